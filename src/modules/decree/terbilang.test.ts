import { expect, test } from "vitest"
import fc from "fast-check"
import { terbilang, terbilangRupiah } from "./terbilang.ts"

test.each([
  [0n, "nol"],
  [1n, "satu"],
  [10n, "sepuluh"],
  [11n, "sebelas"],
  [12n, "dua belas"],
  [19n, "sembilan belas"],
  [20n, "dua puluh"],
  [21n, "dua puluh satu"],
  [90n, "sembilan puluh"],
  [99n, "sembilan puluh sembilan"],
  [100n, "seratus"],
  [101n, "seratus satu"],
  [110n, "seratus sepuluh"],
  [111n, "seratus sebelas"],
  [200n, "dua ratus"],
  [999n, "sembilan ratus sembilan puluh sembilan"],
  [1_000n, "seribu"],
  [1_001n, "seribu satu"],
  [1_010n, "seribu sepuluh"],
  [1_011n, "seribu sebelas"],
  [1_100n, "seribu seratus"],
  [1_111n, "seribu seratus sebelas"],
  [2_000n, "dua ribu"],
  [10_000n, "sepuluh ribu"],
  [11_000n, "sebelas ribu"],
  [16_800n, "enam belas ribu delapan ratus"],
  [21_000n, "dua puluh satu ribu"],
  [100_000n, "seratus ribu"],
  [101_000n, "seratus satu ribu"],
  [201_600n, "dua ratus satu ribu enam ratus"],
  [1_000_000n, "satu juta"],
  [1_000_001n, "satu juta satu"],
  [1_001_000n, "satu juta seribu"],
  [11_011_011n, "sebelas juta sebelas ribu sebelas"],
  [100_000_000n, "seratus juta"],
  [1_000_000_000n, "satu miliar"],
  [
    1_999_872_000n,
    "satu miliar sembilan ratus sembilan puluh sembilan juta delapan ratus tujuh puluh dua ribu",
  ],
  [2_000_000_000n, "dua miliar"],
  [1_000_000_000_000n, "satu triliun"],
  [1_000_000_001_000n, "satu triliun seribu"],
  [
    999_999_999_999_999n,
    "sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar " +
      "sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu " +
      "sembilan ratus sembilan puluh sembilan",
  ],
])("%s is %s", (amount, words) => {
  expect(terbilang(amount)).toBe(words)
})

test("begins a sum of money with a capital", () => {
  expect(terbilangRupiah(2_016_000_000n)).toBe("Dua miliar enam belas juta rupiah")
})

test.each([
  [1_000n, "satu ribu"],
  [100n, "satu ratus"],
  [11n, "satu belas"],
  [10n, "satu puluh"],
  [1_000_000n, "sejuta"],
  [21_000n, "dua puluh seribu"],
  [2_000_000_000n, "dua milyar"],
])("%s is not %s", (amount, words) => {
  expect(terbilang(amount)).not.toBe(words)
})

test.each([-1n, 10n ** 15n])("is no words for %s", (amount) => {
  expect(() => terbilang(amount)).toThrow("10^15")
})

test("read back, the words are the number", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (amount) => {
      expect(numberOf(terbilang(amount))).toBe(amount)
    }),
    { seed: 6471, numRuns: 500 },
  )
})

const ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ")
const SCALES: Readonly<Record<string, bigint>> = {
  ribu: 1000n,
  juta: 10n ** 6n,
  miliar: 10n ** 9n,
  triliun: 10n ** 12n,
}

/** A reader of its own, by the grammar and not by the writer's steps. */
function numberOf(words: string): bigint {
  let [total, group, digit] = [0n, 0n, 0n]
  const spelt = words
    .replaceAll("sepuluh", "satu puluh")
    .replaceAll("sebelas", "satu belas")
    .replaceAll("seratus", "satu ratus")
    .replaceAll("seribu", "satu ribu")
  for (const word of spelt.split(" ")) {
    const scale = SCALES[word]
    if (scale !== undefined) {
      total += (group + digit) * scale
      ;[group, digit] = [0n, 0n]
    } else if (word === "ratus") [group, digit] = [group + digit * 100n, 0n]
    else if (word === "puluh") [group, digit] = [group + digit * 10n, 0n]
    else if (word === "belas") [group, digit] = [group + digit + 10n, 0n]
    else digit = BigInt(ONES.indexOf(word))
  }
  return total + group + digit
}
