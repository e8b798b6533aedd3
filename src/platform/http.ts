export type { Html, HtmlPart } from "./http/html.ts"
export { html, trusted } from "./http/html.ts"
export type { PortRefusal } from "./http/listen.ts"
export { listenLocally, probePort } from "./http/listen.ts"
export { disposition, mediaType } from "./http/media-type.ts"
export { readMultipart } from "./http/multipart.ts"
export type { Problem } from "./http/problem.ts"
export { problemBody } from "./http/problem.ts"
export { receiveFile } from "./http/receive-file.ts"
export { securityHeaders } from "./http/security-headers.ts"
export type { HttpProblemKind } from "./http/server.ts"
export {
  createHttpServer,
  describeFailure,
  sendPage,
  sendProblem,
  wantsPage,
} from "./http/server.ts"
