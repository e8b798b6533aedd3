import type { HelpTexts } from "./help-texts.ts"

const LAW = ["PACK", "policy pack, the name of a folder in law/; default: 64.71-balikpapan"]
const JSON_OUT = ["", "the summary as JSON on stdout, for programs"]
const LANG = ["id|en", "language of the text on the terminal; default: id"]
const YEAR = ["YEAR", "programme year; default: as the pack says"]
const READING = {
  as: ["KIND", "usulan, register, verifikasi or surat-masuk; default: known by its content"],
  sender: ["NAME", "who sent the list, where the file does not say it"],
  errors: ["FILE.xlsx", "the sender's file with wrong cells coloured; for one file"],
  map: ["RECIPE.json", "how to read the columns, as confirmed before"],
  "save-map": ["", "print the recipe of this file's columns on stdout"],
  law: LAW,
  year: YEAR,
  json: JSON_OUT,
  lang: LANG,
} as const

/** The same in English. */
export const helpTextEn = {
  title: "Payung: JKK and JKM contributions of vulnerable workers",
  commandHelp: "The options of a command: ./payung run --help --lang en",
  version: "The version: ./payung --version",
  other: "Bahasa Indonesia: {call} --help",
  usage: "Usage",
  options: "Options",
  example: "Example",
  commands: {
    run: {
      summary: "turns a folder of offices' files into a list within the ceiling",
      usage: [
        ["run FOLDER --out DIR", "FOLDER holds usulan/, and register/ and verifikasi/ if any"],
        ["run --inbox --out DIR", "from the files that were imported"],
      ],
      flags: {
        out: ["DIR", "the folder for the results; required"],
        inbox: ["", "use the imported files, without FOLDER"],
        "dry-run": ["", "a trial: results are written, database and next season stay as they are"],
        law: LAW,
        year: YEAR,
        ceiling: ["RUPIAH", "the ceiling, digits only; default: as the pack says"],
        months: ["1..12", "months paid; default: as the pack says"],
        "as-of": ["DATE", "use law values known on this day; default: as the pack says"],
        seed: ["TEXT", "the lottery seed; default: as the pack says"],
        strict: ["", "exit code 3 with findings, 4 when a human must decide something"],
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ["run example/balikpapan-2026 --out results --ceiling 60000000"],
    },
    season: {
      summary: "writes the call letter, a workbook for every office, the statements",
      usage: [["season open --year YEAR --out DIR", ""]],
      flags: {
        out: ["DIR", "the folder for the results; required"],
        year: ["YEAR", "the programme year that opens; required"],
        deadline: [
          "DATE",
          "the day to return lists, such as 15-11-2026; default: as the pack says",
        ],
        law: LAW,
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ["season open --year 2027 --out season-2027 --deadline 2026-11-15"],
    },
    check: {
      summary: "checks files or folders without a database; nothing is saved",
      usage: [["check FILE…", "one file or folder, or more"]],
      flags: READING,
      examples: ["check example/balikpapan-2026/usulan"],
    },
    import: {
      summary: "checks files, shows what they say, then saves them in the inbox",
      usage: [
        ["import FILE…", "one file or more; asks before it saves"],
        ["import --list", "what is in the inbox"],
        ["import --undo NAME", "take one import back until a decree holds it"],
      ],
      flags: {
        "dry-run": ["", "show only, save nothing"],
        yes: ["", "save without asking"],
        list: ["", "show what is in the inbox"],
        undo: ["NAME", "take back this import: its file's name, its number in --list, or last"],
        ...READING,
      },
      examples: ['import "kel damai.xlsx" --dry-run'],
    },
    match: {
      summary: "pairs of rows that may be one person: look, explain, judge",
      usage: [
        ["match pairs", "pairs that wait for a verdict, the most doubtful first"],
        ["match explain NUMBER", "why this pair is asked, step by step"],
        ["match verdict NUMBER VERDICT", "same, different, ask-kelurahan or withdrawn"],
        ["match labels --out FILE", "verdicts as examples to learn from, of no person"],
        ["match train --out FILE", "weights fitted to the verdicts"],
      ],
      flags: {
        state: ["STATE", "open, asked or decided; default: open"],
        limit: ["COUNT", "how many pairs to show; default: 20"],
        reason: ["REASON", "how you know; needed for verdict"],
        "against-register": ["", "same although Dukcapil knows two people"],
        out: ["FILE", "file to write, for labels and train"],
        law: LAW,
        year: ["YEAR", "programme year; default: by the pack"],
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ["match pairs --limit 5"],
    },
    search: {
      summary: "finds persons of a list; slips of the hand and old spelling do no harm",
      usage: [
        ["search NAME", "a name or part of one"],
        ["search NUMBER", "NIK, family card, phone; or 6 first or last digits of a NIK"],
      ],
      flags: {
        limit: ["1..100", "at most so many persons; default: 20"],
        purpose: ["TEXT", "what the search is for, kept in the audit log"],
        year: ["YEAR", "programme year; default: the one computed last"],
        law: LAW,
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ['search "siti nurjanah"', "search 0899-0000-1234"],
    },
    overlap: {
      summary: "finds who is paid by others too, without handing over a list",
      usage: [
        ["overlap partner NAME", "enter another payer and the limits agreed on"],
        ["overlap partners", "other payers and what is left of their limits"],
        ["overlap offer", "an offer about the NIK of --list, to be sent"],
        ["overlap answer OFFER", "answer their offer with our list"],
        ["overlap finish ANSWER", "the result: whom they pay too"],
        ["overlap cancel NUMBER", "give up an offer that was not answered"],
        ["overlap sessions", "all exchanges"],
      ],
      flags: {
        partner: ["NAME", "another payer who was entered"],
        list: ["FILE", "a list with a column of NIK, such as data/persons.csv"],
        out: ["FILE", "file to write; it must not exist"],
        kind: ["KIND", "province or company; for partner"],
        basis: ["TEXT", "number and date of the agreement; for partner"],
        from: ["DATE", "the agreement holds from; for partner"],
        to: ["DATE", "the agreement holds until; for partner"],
        ask: ["COUNT", "NIK a year that we may ask about; for partner"],
        answer: ["COUNT", "NIK a year that they may ask about; for partner"],
        year: YEAR,
        law: LAW,
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ['overlap offer --partner "PT X" --list persons.csv --out offer.txt'],
    },
    serve: {
      summary: "opens reports and uploads in the browser, without computing the example",
      usage: [["serve", "http://localhost:8080"]],
      flags: { port: ["1..65535", "port on this computer; default: 8080"], lang: LANG },
      examples: ["serve --port 8081"],
    },
    audit: {
      summary: "checks the audit log, or hands it to an outsider",
      usage: [
        ["audit verify", "check the log in the database"],
        ["audit verify DIR", "check an export in the folder DIR, without a database"],
        ["audit export DIR", "write the log into the folder DIR"],
        ["audit prove NUMBER", "proof that one entry is in the log"],
      ],
      flags: {
        key: ["FILE", "the public key that you hold; for verify DIR"],
        witness: ["FILE", "the signed checkpoints that you hold; for verify"],
        law: LAW,
        json: ["", "may be given; stdout always holds JSON"],
      },
      examples: ["audit export log", "audit verify log"],
    },
  },
  exitCodes: [
    "Exit codes",
    "0 done · 2 wrong usage · 3 input unusable · 4 a human must decide",
    "5 not allowed · 6 database not reachable · 7 integrity check failed",
    "8 law values missing · 9 cannot write the output · 130 interrupted",
  ],
} as const satisfies HelpTexts
