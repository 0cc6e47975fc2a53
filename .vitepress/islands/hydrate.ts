import { createSSRApp } from 'vue'
import type { Component } from 'vue'

/** Bring a server-rendered component to life where it stands. */
export function hydrate(component: Component, element: HTMLElement, data: unknown): void {
  // The page wrote these props from the component's own, as JSON.
  createSSRApp(component, data as Record<string, unknown>).mount(element)
}
