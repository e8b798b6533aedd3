import { expect, test } from "vitest"
import { asCalled } from "./as-called.ts"

test.each([
  ["./payung", "Lihat: ./payung run --help", "Lihat: ./payung run --help"],
  ["payung", "Lihat: ./payung run --help", "Lihat: payung run --help"],
  ["../kota/payung", "./payung check a", "../kota/payung check a"],
  ["/opt/dua kata/payung", "(./payung check a)", '("/opt/dua kata/payung" check a)'],
  ["$&/payung", "./payung check a", '"$&/payung" check a'],
  ["payung", "Folder ./payung/usulan tidak ada", "Folder ./payung/usulan tidak ada"],
  ["payung", "x./payung run ../payung run", "x./payung run ../payung run"],
])("called as %s: %s", (name, text, said) => expect(asCalled(text, name)).toBe(said))
