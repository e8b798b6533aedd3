/**
 * Loaded before anything else in the process that reads strangers' files: takes the ways to the
 * network away from it. Files, programs and workers are denied by node's permissions, which know no
 * network yet; a network namespace of its own is the second wall where the kernel gives one.
 */
import dgram from "node:dgram"
import dns from "node:dns"
import { registerHooks } from "node:module"
import net from "node:net"

const DENIED =
  /^(?:node:)?(?:net|dgram|tls|https?|http2|dns|child_process|cluster|worker_threads|inspector)(?:\/|$)/

function deny(): never {
  throw new Error("the reader of files has no network")
}

function replace(owner: object, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(owner, name, { value: deny, writable: false, configurable: false })
}

// Whoever has got hold of a module already, or of one that uses it, meets these.
replace(net.Socket.prototype, ["connect"])
replace(net.Server.prototype, ["listen"])
replace(dgram.Socket.prototype, ["bind", "connect", "send"])
const queries = (owner: object) => Object.keys(owner).filter((name) => /^(lookup|re)/.test(name))
replace(dns, queries(dns))
replace(dns.promises, queries(dns.promises))
replace(globalThis, ["fetch", "WebSocket", "EventSource"])
replace(process, ["binding", "dlopen", "_linkedBinding"])

const getBuiltin = process.getBuiltinModule.bind(process)
Object.defineProperty(process, "getBuiltinModule", {
  value: (name: string) => (DENIED.test(name) ? deny() : getBuiltin(name)),
})
registerHooks({
  resolve: (specifier, context, next) =>
    DENIED.test(specifier) ? deny() : next(specifier, context),
})
