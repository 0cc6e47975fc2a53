import { startIslands } from './bridge.ts'
import { startDisplay } from './display.ts'
import { islands } from './registry.ts'

startDisplay()
startIslands(islands)
