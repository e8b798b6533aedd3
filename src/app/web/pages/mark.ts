import { trusted } from "../../../platform/http.ts"

const drawing =
  '<path d="M3 17.5C3 9.5 8.8 4 16 4s13 5.5 13 13.5c-1.5-1.6-3-2.3-4.4-2.3s-2.9.8-4.3 2.4' +
  "c-1.3-1.6-2.8-2.4-4.3-2.4s-3 .8-4.3 2.4c-1.4-1.6-2.9-2.4-4.3-2.4S4.5 15.9 3 17.5z" +
  '" fill="currentColor"/><path d="M16 2.2v2.4M16 15.6v10.1a2.7 2.7 0 0 0 5.4 0v-.9" fill="none" ' +
  'stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>'

/** The umbrella, in the colour of its text. */
export const mark = trusted(
  `<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${drawing}</svg>`,
)

/** Without a class, for a page whose styles are not ours. */
export const plainMark = trusted(
  `<svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true" focusable="false">${drawing}</svg>`,
)

/** The same as a file of its own, for the browser's tab. */
export const markFile =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" color="#0b5566">' +
  `${drawing}</svg>`
