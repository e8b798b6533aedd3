import type { Told } from "./command-line/usage.ts"

const KINDS: readonly (readonly [codes: readonly string[], Told])[] = [
  [
    ["ENOTDIR", "EEXIST", "EISDIR"],
    {
      id: "yang disebut itu, atau bagian jalurnya, bukan folder. Sebutkan folder lain.",
      en: "it, or a part of its path, is no folder. Name another folder.",
    },
  ],
  [
    ["ENOENT"],
    {
      id: "foldernya tidak ada. Buat dulu foldernya, atau sebutkan tempat lain.",
      en: "its folder does not exist. Make the folder first, or name another place.",
    },
  ],
  [
    ["EACCES", "EPERM", "EROFS"],
    {
      id: "tidak ada izin menulis. Minta izinnya, atau sebutkan tempat lain.",
      en: "there is no permission to write. Ask for it, or name another place.",
    },
  ],
  [
    ["ENOSPC", "EDQUOT"],
    {
      id: "ruang disk habis. Kosongkan sebagian, atau sebutkan tempat lain.",
      en: "the disk is full. Make room, or name another place.",
    },
  ],
]

/** What a command ends with where its home cannot be used; null for a failure of another kind. */
export function homeFailure(error: unknown, home: string): Told | null {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown }
  if (typeof code !== "string" || typeof path !== "string") return null
  if (path !== home && !path.startsWith(`${home}/`) && !home.startsWith(`${path}/`)) return null
  const { id, en } = writeFailure(path, code)
  return {
    id: `${id} Payung menyimpan datanya di ${home}; ubah dengan PAYUNG_HOME.`,
    en: `${en} Payung keeps its data in ${home}; change it with PAYUNG_HOME.`,
  }
}

/** Why nothing could be written somewhere, and what to do, out of the system's code. */
export function writeFailure(path: string, code: string): Told {
  const known = KINDS.find(([codes]) => codes.includes(code))?.[1]
  const why = known ?? {
    id: `${code}. Sebutkan tempat lain, atau tanyakan kepada pengelola komputer ini.`,
    en: `${code}. Name another place, or ask whoever runs this computer.`,
  }
  return {
    id: `Tidak dapat menulis ke ${path}: ${why.id}`,
    en: `Cannot write to ${path}: ${why.en}`,
  }
}
