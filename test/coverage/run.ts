// npm run cards:coverage [-- vendor]: every published row against the cards.
import { count, judgeAll, reportText } from './report'

const judged = await judgeAll()
console.log(reportText(judged, process.argv[2]))
process.exitCode = count(judged).wrong > 0 ? 1 : 0
