// Answers beyond the number, as views of what core/ says: nothing is worked out here.
export { AffordList, type AffordListProps } from './afford-list'
export { AnswerLines, type AnswerLinesProps } from './answer-lines'
export { CheaperList, type CheaperListProps } from './cheaper-list'
export { ForecastChart, type ForecastChartProps } from './forecast-chart'
export { KeeperLine, type KeeperLineProps } from './keeper-line'
export { LaneList, type LaneListProps } from './lane-list'
export { SpendPlanList, type SpendPlanProps } from './spend-plan'
export { answerLinesStyle, answersStyle } from './style'
