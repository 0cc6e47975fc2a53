import type { Shot } from '../../model/films/shots.ts'
import type { Picture } from '../nodes.ts'
import type { Stage } from '../stage.ts'
import { drawCalendar } from './calendar.ts'
import { drawCompare } from './compare.ts'
import { drawCount } from './count.ts'
import { drawHonour } from './honour.ts'
import { drawObject } from './object.ts'
import { drawPartOf } from './part-of.ts'
import { drawPlace } from './place.ts'
import { drawProfile } from './profile.ts'
import { drawQuestion } from './question.ts'
import { drawQuotation } from './quotation.ts'
import { drawRoute } from './route.ts'
import { drawSources } from './sources.ts'
import { drawSteps } from './steps.ts'
import { drawTimeline } from './timeline.ts'
import { drawTitle } from './title.ts'
import { drawTree } from './tree.ts'

/** What a shot shows at a moment; a pure function of the shot, its facts, the layout and the time. */
export function drawShot(shot: Shot, stage: Stage): Picture {
  switch (shot.show) {
    case 'title':
      return drawTitle(shot, stage)
    case 'count':
      return drawCount(shot, stage)
    case 'part-of':
      return drawPartOf(shot, stage)
    case 'route':
      return drawRoute(shot, stage)
    case 'profile':
      return drawProfile(shot, stage)
    case 'timeline':
      return drawTimeline(shot, stage)
    case 'tree':
      return drawTree(shot, stage)
    case 'steps':
      return drawSteps(shot, stage)
    case 'compare':
      return drawCompare(shot, stage)
    case 'calendar':
      return drawCalendar(shot, stage)
    case 'object':
      return drawObject(shot, stage)
    case 'quotation':
      return drawQuotation(shot, stage)
    case 'place':
      return drawPlace(shot, stage)
    case 'honour':
      return drawHonour(shot, stage)
    case 'sources':
      return drawSources(shot, stage)
    case 'question':
      return drawQuestion(shot, stage)
  }
}
