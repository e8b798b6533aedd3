import answers from "./formats/answers.json" with { type: "json" }
import bpjsMembership from "./formats/bpjs-membership.json" with { type: "json" }
import bpjsRegistration from "./formats/bpjs-registration.json" with { type: "json" }
import businessOwners from "./formats/business-owners.json" with { type: "json" }
import civilServants from "./formats/civil-servants.json" with { type: "json" }
import company from "./formats/company.json" with { type: "json" }
import decile from "./formats/decile.json" with { type: "json" }
import disability from "./formats/disability.json" with { type: "json" }
import dukcapilMatch from "./formats/dukcapil-match.json" with { type: "json" }
import femaleHead from "./formats/female-head.json" with { type: "json" }
import fieldCheck from "./formats/field-check.json" with { type: "json" }
import p3ke from "./formats/p3ke.json" with { type: "json" }
import pensioners from "./formats/pensioners.json" with { type: "json" }
import province from "./formats/province.json" with { type: "json" }
import recipients from "./formats/recipients.json" with { type: "json" }
import siak from "./formats/siak.json" with { type: "json" }
import siksNg from "./formats/siks-ng.json" with { type: "json" }
import { readFormat, type RegisterFormat } from "./register-format.ts"

/** Every list that is known, in order of precedence. A new one is a file in `formats` and a line here. */
export const REGISTER_FORMATS: readonly RegisterFormat[] = [
  bpjsRegistration,
  answers,
  dukcapilMatch,
  fieldCheck,
  decile,
  disability,
  femaleHead,
  recipients,
  bpjsMembership,
  province,
  company,
  civilServants,
  p3ke,
  pensioners,
  businessOwners,
  siak,
  siksNg,
].map(readFormat)
