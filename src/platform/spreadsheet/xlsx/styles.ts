import { ok, type Result } from "../../../kernel/result.ts"
import { isDateFormat } from "../number-format.ts"
import { isOn, walkXml, type XmlAttributes } from "../xml/xml.ts"

/** What one cell format (xf) tells about the meaning of a cell. */
export interface CellFormat {
  readonly date: boolean
  readonly struck: boolean
}

/** The formats that cells refer to with `s`, in file order (ECMA-376 part 1, 18.8). */
export function readCellFormats(bytes: Uint8Array): Result<readonly CellFormat[], string> {
  const codes = new Map<number, string>()
  const struckFonts: boolean[] = []
  const formats: XmlAttributes[] = []
  let section = ""
  const walked = walkXml(bytes, {
    open(name, attributes) {
      if (name === "fonts" || name === "cellXfs" || name === "dxfs" || name === "cellStyleXfs")
        section = name
      else if (name === "numFmt" && section !== "dxfs")
        codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "")
      else if (section === "fonts" && name === "font") struckFonts.push(false)
      else if (section === "fonts" && name === "strike")
        struckFonts[struckFonts.length - 1] = isOn(attributes["val"] ?? "1")
      else if (section === "cellXfs" && name === "xf") formats.push(attributes)
    },
    close(name) {
      if (name === section) section = ""
    },
  })
  if (!walked.ok) return walked
  return ok(
    formats.map((xf) => {
      const id = Number(xf["numFmtId"] ?? 0)
      return {
        date: isDateFormat(id, codes.get(id)),
        struck: struckFonts[Number(xf["fontId"] ?? 0)] ?? false,
      }
    }),
  )
}
