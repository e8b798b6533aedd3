import { expect, test } from "vitest"
import { writeFailure } from "./write-failure.ts"

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
