import { expect, test } from "vitest"
import { homeFailure, writeFailure } from "./write-failure.ts"

test.each([
  ["ENOTDIR", "bukan folder", "is no folder"],
  ["EEXIST", "bukan folder", "is no folder"],
  ["ENOENT", "foldernya tidak ada", "does not exist"],
  ["EACCES", "tidak ada izin menulis", "no permission to write"],
  ["EROFS", "tidak ada izin menulis", "no permission to write"],
  ["ENOSPC", "ruang disk habis", "the disk is full"],
  ["EIO", "EIO", "EIO"],
])("%s is told in words, with what to do", (code, id, en) => {
  const told = writeFailure("hasil/x", code)
  expect(told.id).toMatch(new RegExp(`^Tidak dapat menulis ke hasil/x: .*${id}.*\\. .+\\.$`))
  expect(told.en).toMatch(new RegExp(`^Cannot write to hasil/x: .*${en}.*\\. .+\\.$`))
  if (code !== "EIO") expect(told.id + told.en).not.toContain(code)
})

test.each([
  [{ code: "ENOTDIR", path: "/h" }, /^Tidak dapat menulis ke \/h: .*bukan folder.*PAYUNG_HOME\.$/],
  [{ code: "EACCES", path: "/h/cache/a" }, /^Tidak dapat menulis ke \/h\/cache\/a: tidak ada izin/],
  [{ code: "ENOENT", path: "/" }, null],
  [{ code: "EACCES", path: "/hasil" }, null],
  [{ code: "42P01" }, null],
  [new Error("x"), null],
  [null, null],
])("%j below the home is told, every other failure stays one", (error, said) => {
  const told = homeFailure(error, "/h")
  if (said === null) expect(told).toBeNull()
  else expect(told?.id).toMatch(said)
})
