import type { BindingPattern, ParamPattern, PropertyKey, VisitorObject } from "oxc-parser"

type NoteName = (what: string, start: number) => void

/** Calls `note` for every name that a file gives: to values, types, parameters, members and keys. */
export function declaredNames(note: NoteName): VisitorObject {
  const noteKey = (key: PropertyKey) => {
    if (key.type === "Identifier" || key.type === "PrivateIdentifier") note(key.name, key.start)
  }
  const noteMember = (node: { readonly computed: boolean; readonly key: PropertyKey }) => {
    if (!node.computed) noteKey(node.key)
  }
  const noteParams = ({ params }: { readonly params: readonly ParamPattern[] }) => {
    for (const param of params) bound(param, note)
  }
  return {
    VariableDeclarator: (node) => bound(node.id, note),
    FunctionDeclaration(node) {
      bound(node.id, note)
      noteParams(node)
    },
    FunctionExpression: noteParams,
    ArrowFunctionExpression: noteParams,
    CatchClause: (node) => bound(node.param, note),
    ClassDeclaration: (node) => bound(node.id, note),
    PropertyDefinition: noteMember,
    MethodDefinition: noteMember,
    Property: noteMember,
    TSInterfaceDeclaration: (node) => bound(node.id, note),
    TSTypeAliasDeclaration: (node) => bound(node.id, note),
    TSPropertySignature: noteMember,
    TSMethodSignature: noteMember,
  }
}

/** The names that a pattern binds: `{ name: label = "", ...rest }` binds `label` and `rest`. */
function bound(pattern: BindingPattern | ParamPattern | null, note: NoteName): void {
  if (pattern === null) return
  if (pattern.type === "Identifier") note(pattern.name, pattern.start)
  else if (pattern.type === "AssignmentPattern") bound(pattern.left, note)
  else if (pattern.type === "RestElement") bound(pattern.argument, note)
  else if (pattern.type === "TSParameterProperty") bound(pattern.parameter, note)
  else if (pattern.type === "ArrayPattern") pattern.elements.forEach((each) => bound(each, note))
  else
    for (const each of pattern.properties)
      bound(each.type === "RestElement" ? each.argument : each.value, note)
}
