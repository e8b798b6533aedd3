import type { ProblemText } from "./problem-text.id.ts"

export const problemTextEn: ProblemText = {
  BAD_REQUEST: [
    "The request cannot be read.",
    "Request to the server",
    "Reload the page and try again.",
  ],
  CEILING_INVALID: [
    "The ceiling is not an amount of rupiah.",
    "Field Ceiling",
    "Write a number above zero, such as 2.000.000.000, or leave it empty.",
  ],
  FILE_CHANGED: [
    "This file was received before with other content.",
    "{path}",
    "Begin a new upload for new content.",
  ],
  FILE_EMPTY: [
    "This file is empty.",
    "Body of the request",
    "Open the file, make sure that it has content, save it and upload it again.",
  ],
  FILE_MISSING: [
    "No file was chosen.",
    "Field .zip file",
    "Choose one .zip file that holds the folder usulan, then press Compute the list.",
  ],
  FILE_UNKNOWN: [
    "The result has no such file.",
    "Address of the file",
    "Open the list of files and choose from there.",
  ],
  FOREIGN_HOST: [
    "This is not the address of Payung.",
    "Server name in the address bar",
    "Open {url}.",
  ],
  FOREIGN_ORIGIN: [
    "This request comes from another page.",
    "Origin of the request",
    "Close that page and start again from {url}.",
  ],
  FORM_MALFORMED: [
    "The form was cut off or is damaged.",
    "Upload",
    "Send it again. If it fails again, make the .zip file anew.",
  ],
  IDEMPOTENCY_MISMATCH: [
    "This request key was used for other content.",
    "Idempotency-Key",
    "Use a new key for new content.",
  ],
  INTERNAL: [
    "The server has a fault; it is not your mistake.",
    "Payung server",
    "Try again. If it comes back, send the terminal's log to the administrator.",
  ],
  MONTHS_INVALID: [
    "The number of months cannot be used.",
    "Field Months",
    "Write 1 to 12, or leave it empty.",
  ],
  NOT_ALLOWED: ["You may not do {action}.", "Action", "Ask the administrator for a role that may."],
  NOT_FOUND: ["There is no such page.", "Address bar", "Go back to the start page."],
  NOTHING_TO_ASK: [
    "There is no cell that the sender must mend.",
    "This import",
    "Apply the import, or look at its rows.",
  ],
  NO_LISTS: [
    "It holds no proposal list.",
    "Folder usulan/",
    "Put .xlsx, .xls, .ods or .csv lists into the folder usulan, then upload again.",
  ],
  PARAMETER_INVALID: [
    "The parameter {name} cannot be used.",
    "Address of the request",
    "See the folder docs/operating for what is accepted.",
  ],
  PURPOSE_MISSING: [
    "The purpose of seeing personal data is missing or cannot be written down.",
    "Parameter purpose",
    "Write the purpose in one sentence of at most 200 characters.",
  ],
  RUN_NOT_DONE: ["This result is not finished.", "Run {id}", "Wait for it on the page of the run."],
  RUN_UNKNOWN: [
    "There is no such run.",
    "Address bar",
    "Go back to the start page and choose from the list.",
  ],
  STORAGE_FULL: [
    "The disk of this computer is full.",
    "Folder PAYUNG_HOME",
    "Free some space and try again. No result was changed.",
  ],
  TOO_MANY_FILES: [
    "More than {limit} files.",
    "The chosen folder",
    "Choose the folder of the cycle only: usulan, register, verifikasi.",
  ],
  UNSAFE_PATH: [
    "A file name leaves its folder or cannot be used.",
    "{path}",
    "Rename that file and make the .zip file anew.",
  ],
  UNSUPPORTED_TYPE: [
    "This kind of content is not accepted.",
    "Upload",
    "Send what the file holds as application/octet-stream, or use the upload page.",
  ],
  UPLOAD_TOO_LARGE: [
    "The upload is larger than {limit} MB.",
    "Upload",
    "Send lists and answers of registers only, no photos and scans.",
  ],
  UPLOAD_UNKNOWN: ["This upload no longer exists.", "Upload", "Choose the folder again."],
  YEAR_INVALID: [
    "The year cannot be used.",
    "Field Year",
    "Write the programme year, such as 2026, or leave it empty.",
  ],
  ZIP_BROKEN: [
    "The .zip file is damaged.",
    "{detail}",
    "Make the .zip file anew from its folder and upload again.",
  ],
  ZIP_ENCRYPTED: [
    "The .zip file is locked by a password.",
    "{detail}",
    "Make the .zip file anew without a password and upload again.",
  ],
  ZIP_LIMIT: [
    "The .zip file's content exceeds the safe limits.",
    "{detail}",
    "Send lists and answers of registers only; at most 2,000 files and 1 GB.",
  ],
  ZIP_NOT: [
    "This file is no .zip.",
    "{name}",
    "Compress the folder to a .zip file and upload that.",
  ],
}
