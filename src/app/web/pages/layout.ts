import { html, type Html, type HtmlPart } from "../../../platform/http.ts"
import { link, type View } from "../view.ts"
import { mark } from "./mark.ts"

export interface PageParts {
  readonly title: string
  readonly main: HtmlPart
  /** Asks a browser without script to load the page again after so many seconds. */
  readonly refreshSeconds?: number
}

/** The frame of every page. */
export function layout(view: View, { title, main, refreshSeconds }: PageParts): Html {
  const { words, lang, city } = view
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${words.productName}</title>
        <link rel="icon" href="/payung.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/app.css" />
        <script src="/app.js" defer></script>
        ${refreshSeconds !== undefined && html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}" /></noscript>`}
      </head>
      <body>
        <a class="skip" href="#isi">${words.skip}</a>
        <header class="top">
          <div class="wide">
            <a class="brand" href="${link(view, "/")}">${mark}<span>${words.productName}</span></a>
            <span class="city">${city}</span>
            ${languageLink(view)}
          </div>
        </header>
        <main id="isi" class="wide" tabindex="-1">${main}</main>
        <footer class="wide"><p>${words.localOnly}</p></footer>
      </body>
    </html> `
}

function languageLink({ lang, words, path }: View): Html {
  const other = lang === "id" ? "en" : "id"
  return html`<a
    class="language"
    href="${link({ lang: other }, path)}"
    hreflang="${other}"
    lang="${other}"
    aria-label="${words.otherLanguageLabel}"
    >${words.otherLanguage}</a
  >`
}
