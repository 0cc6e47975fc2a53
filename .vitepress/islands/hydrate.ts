import { createSSRApp, h } from 'vue'
import type { Component } from 'vue'

/**
 * Bring a server-rendered component to life where it stands: in the slot of `Island.vue`, which Vue
 * writes as a fragment, so the app is a fragment too.
 */
export function hydrate(component: Component, element: HTMLElement, data: unknown): void {
  // The page wrote these props from the component's own, as JSON.
  const props = data as Record<string, unknown>
  createSSRApp({ render: () => [h(component, props)] }).mount(element)
}
