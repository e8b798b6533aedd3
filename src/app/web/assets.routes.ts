import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { FastifyInstance } from "fastify"
import { mediaType } from "../../platform/http.ts"
import { markFile } from "./pages/mark.ts"
import { doing } from "./web-context.ts"

/** Style, script, mark and letters, read once at start. */
export function addAssetRoutes(app: FastifyInstance): void {
  const own = (name: string): Buffer => readFileSync(join(import.meta.dirname, "assets", name))
  const files = new Map<string, Buffer | string>([
    ["/app.css", own("app.css")],
    ["/app.js", own("app.js")],
    ["/payung.svg", markFile],
    ["/favicon.ico", markFile],
    ["/huruf-400.woff2", fontFile(400)],
    ["/huruf-700.woff2", fontFile(700)],
  ])
  for (const [path, content] of files) {
    const type = mediaType(path === "/favicon.ico" ? "mark.svg" : path)
    app.get(path, doing("public"), (_request, reply) => reply.type(type).send(content))
  }
}

/** The letters of the documents, so that page and paper look alike. */
function fontFile(weight: 400 | 700): Buffer {
  const name = `@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`
  return readFileSync(createRequire(import.meta.url).resolve(name))
}
