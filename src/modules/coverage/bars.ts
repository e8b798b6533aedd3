import { formatCount } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"

export interface Bar {
  readonly label: string
  readonly count: number
  /** Small print after the number. */
  readonly note: string
}

/**
 * Horizontal bars from zero. Label and number are text of the page, so they stay readable on a
 * telephone; the bar itself is decoration and hidden from screen readers.
 */
export function bars(items: readonly Bar[]): Html {
  const most = items.reduce((high, { count }) => Math.max(high, count), 0)
  return html`<ol class="bars">
    ${items.map(
      ({ label, count, note }) =>
        html`<li>
          <span class="bar-label">${label}</span>
          <span class="bar-count">${formatCount(count)}<small>${note}</small></span>
          ${bar(count, most)}
        </li>`,
    )}
  </ol>`
}

/** A bar of part in whole, both numbers. */
export function bar(part: number, whole: number): Html {
  const share = whole === 0 ? 0 : (part / whole) * 100
  return html`<svg class="bar" width="100%" height="14" aria-hidden="true">
    <rect width="100%" height="14" rx="2" class="bar-ground" />
    <rect width="${share.toFixed(2)}%" height="14" rx="2" class="bar-fill" />
  </svg>`
}
