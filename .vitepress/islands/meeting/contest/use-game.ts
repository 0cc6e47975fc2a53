import { computed, shallowRef } from 'vue'
import { standingAfter, step } from '../../../../src/meeting/contest/play.ts'
import type { Move, Standing } from '../../../../src/meeting/contest/play.ts'
import { spoken } from '../../../../src/meeting/contest/words.ts'
import type { Game } from './use-setup.ts'

/** A contest as it is played: its moves, and how it stands after them. They are nowhere else than here. */
export function useGame(game: Game, first: Standing) {
  const moves = shallowRef<readonly Move[]>([])
  const now = computed(() => standingAfter(game.match, moves.value) ?? first)
  /** Make a move; false when it cannot be made now. */
  function make(move: Move): boolean {
    if (step(game.match, now.value, move) === now.value) return false
    moves.value = [...moves.value, move]
    return true
  }
  return {
    ...game,
    moves,
    now,
    make,
    question: computed(() => game.questions[now.value.question]),
    sentence: computed(() => spoken(now.value, { names: game.names, keys: game.labels })),
    undo() {
      moves.value = moves.value.slice(0, -1)
    },
    /** Take the last judgement back and judge the other way. */
    rejudge(right: boolean) {
      moves.value = moves.value.slice(0, -1)
      make({ kind: 'judge', right })
    },
  }
}
export type GameInHand = ReturnType<typeof useGame>
