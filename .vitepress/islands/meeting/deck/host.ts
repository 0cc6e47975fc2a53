import { createApp } from 'vue'
import type { StageData } from '../../../../src/meeting/deck/stage-data.ts'
import { element } from '../../element.ts'
import HostWindow from './HostWindow.vue'

/** 主持人窗口: the slides stay in the page out of sight, and are copied small. */
export function openHostWindow({ stage, deck }: { stage: StageData; deck: HTMLElement }): void {
  deck.hidden = true
  document.title = `主持人窗口：${stage.title}`
  const place = element('div', { class: 'pvroom' })
  deck.after(place)
  const slides = [...deck.querySelectorAll<HTMLElement>('[data-slide]')]
  createApp(HostWindow, { stage, slides }).mount(place)
}
