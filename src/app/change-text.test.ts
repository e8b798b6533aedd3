import { describe, expect, test } from "vitest"
import { changeDetails, changeHeadline, changeSentences } from "./change-text.ts"
import type { RunChange } from "./store-run.command.ts"

const NONE = { added: 0, changed: 0, gone: 0 }
const SAME: RunChange = {
  ...{ repeated: false, first: false, unrelated: false, seq: 2 },
  ...{ files: NONE, registers: NONE, rows: NONE },
  ...{ people: NONE, facts: NONE, pairs: NONE, decisions: NONE, entries: NONE },
  questions: { asked: 0, answered: 0, lapsed: 0, open: 12 },
}

describe("since the last run", () => {
  test("a trial is compared with nothing", () => {
    expect(changeSentences(null, "id")).toEqual([expect.stringMatching(/^Percobaan: /)])
    expect(changeDetails(null, "en")).toEqual([])
  })

  const grown: RunChange = {
    ...SAME,
    files: { added: 2, changed: 1, gone: 0 },
    registers: { added: 1, changed: 0, gone: 0 },
    people: { added: 600, changed: 10, gone: 1 },
    questions: { asked: 5, answered: 37, lapsed: 2, open: 1204 },
  }
  test.each([
    [
      "a grown folder",
      grown,
      "Sejak pengolahan terakhir: 4 berkas, 611 orang, 37 pertanyaan terjawab.",
      "Since the last run: 4 files, 611 people, 37 questions answered.",
    ],
    [
      "one of each",
      {
        ...SAME,
        ...{ files: { ...NONE, added: 1 }, people: { ...NONE, changed: 1 } },
        questions: { asked: 0, answered: 1, lapsed: 0, open: 0 },
      },
      "Sejak pengolahan terakhir: 1 berkas, 1 orang, 1 pertanyaan terjawab.",
      "Since the last run: 1 file, 1 person, 1 question answered.",
    ],
    [
      "the same again",
      { ...SAME, repeated: true },
      "Pengolahan yang sama diulang: tidak ada yang berubah.",
      "Same run repeated: nothing changed.",
    ],
  ])("%s", (_, change, id, en) => {
    expect([changeHeadline(change, "id"), changeHeadline(change, "en")]).toEqual([id, en])
  })

  test("the numbers open into what they are made of", () => {
    expect(changeDetails(grown, "id")).toEqual([
      "berkas usulan: 2 baru, 1 berubah",
      "register dan verifikasi: 1 baru",
      "orang: 600 baru, 10 berubah, 1 tidak ada lagi",
      "pertanyaan: 37 terjawab, 5 baru, 2 tidak berlaku lagi, 1.204 belum terjawab",
    ])
    expect(changeSentences(grown, "id")[0]).toMatch(/^Sejak pengolahan terakhir/)
  })

  test("the first run has nothing to compare with", () => {
    expect(changeHeadline({ ...SAME, first: true }, "id")).toBeNull()
    expect(changeSentences({ ...SAME, first: true }, "id")).toEqual([])
  })

  test("a run over other people is not compared with the last one", () => {
    const others = { ...grown, unrelated: true }
    expect(changeHeadline(others, "en")).toMatch(/^No row is the same as in the last run/)
    expect(changeDetails(others, "id")).toEqual([])
    expect(changeSentences(others, "id")).toHaveLength(1)
  })

  test("other files, same result", () => {
    expect(changeDetails(SAME, "id")).toEqual(["Berkas atau aturan berubah, hasilnya tetap."])
  })
})
