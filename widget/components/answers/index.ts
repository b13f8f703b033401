// Answers beyond the number, as views of what core/ says: nothing is worked out here.
export { AnswerLines, type AnswerLinesProps } from './answer-lines'
export { ForecastChart, type ForecastChartProps } from './forecast-chart'
export { AnswerSections, type AnswerSectionsProps } from './sections'
export { SpendPlanList, type SpendPlanProps } from './spend-plan'
export { answerLinesStyle } from './lines-style'
export { answersStyle } from './style'
