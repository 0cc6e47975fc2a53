import { startIslands } from './bridge.ts'
import { startDisplay } from './display.ts'
import { islands } from './registry.ts'
import { startSearch } from './search/start.ts'

startDisplay()
startSearch()
startIslands(islands)
