import { expect, test } from "vitest"
import { earlierAmong, type EarlierKey } from "./earlier-lists.ts"

const LISTS = [
  { sha256: "1", senderId: "damai" },
  { sha256: "2", senderId: "kelurahan baru.xlsx" },
  { sha256: "3", senderId: "damai" },
]

test.each<[string, EarlierKey, string[]]>([
  ["of the sender that it names", { senderId: "damai", base: "" }, ["1", "3"]],
  ["of nobody", { senderId: null, base: "" }, []],
  ["of whoever sent the list that came back", { senderId: null, base: "3" }, ["1", "3"]],
  ["of a sender that nobody knows", { senderId: null, base: "2" }, ["2"]],
  ["whatever the list that came back names", { senderId: "damai", base: "2" }, ["2"]],
  [
    "of the sender, where the list that came back is not there",
    { senderId: "damai", base: "9" },
    ["1", "3"],
  ],
])("earlier lists %s", (_, key, expected) =>
  expect(earlierAmong(LISTS, key).map(({ sha256 }) => sha256)).toEqual(expected),
)
