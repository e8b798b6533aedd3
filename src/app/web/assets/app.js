// Sending a folder, and following a run. Everything else works without script.

// The lists that wait for the button, unless a zip does: that one stands in its field.
let held = []

for (const form of document.querySelectorAll("#upload")) prepareUpload(form)
for (const section of document.querySelectorAll("#progress")) void followRun(section)

function prepareUpload(form) {
  const drop = document.getElementById("drop")
  const folder = document.getElementById("folder")
  document.getElementById("folder-picker").hidden = false
  folder.addEventListener("change", () => hold(named(folder.files)))
  preparePicker()
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (form.hasAttribute("aria-busy")) return
    void (held.length > 0 ? sendFolder(form, held) : sendZip(form))
  })
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault()
      drop.classList.add("over")
    })
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"))
  drop.addEventListener("drop", (event) => {
    event.preventDefault()
    drop.classList.remove("over")
    void takeDropped(event.dataTransfer)
  })
}

// A browser writes its own button in its own language: ours stands over it. With script it takes
// lists too. Refused in place, the form keeps its files and its values.
function preparePicker() {
  const picker = document.getElementById("zip-picker")
  const [label] = picker.getElementsByTagName("label")
  const zip = document.getElementById("berkas")
  label.className = "button plain"
  label.textContent = picker.dataset.choose
  zip.className = "unseen"
  zip.multiple = true
  zip.accept += picker.dataset.lists
  zip.addEventListener("change", () => hold(named(zip.files)))
  hold(named(zip.files))
}

function named(files) {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

function isZip(files) {
  return files.length === 1 && /\.zip$/i.test(files[0].path)
}

function hold(files) {
  const zip = document.getElementById("berkas")
  const chosen = document.getElementById("berkas-nama")
  const box = new DataTransfer()
  if (isZip(files)) box.items.add(files[0].file)
  zip.files = box.files
  held = isZip(files) ? [] : files
  chosen.textContent = files.length === 0 ? chosen.dataset.none : namesOf(files, chosen)
}

function namesOf(files, chosen) {
  const [title] = files[0].path.split("/")
  return files.length === 1
    ? title
    : `${title} · ${fill(chosen.dataset.count, { count: files.length })}`
}

async function sendZip(form) {
  const status = beginSending(form)
  status.textContent = fill(form.dataset.sending, { done: 1, total: 1 })
  try {
    const body = new FormData(form)
    const headers = { accept: "application/json" }
    const answer = await fetch(form.action, { method: "POST", headers, body })
    if (!answer.ok) return await showProblem(status, answer)
    location.assign((await answer.json()).page)
  } catch {
    status.textContent = form.dataset.failed
  } finally {
    form.removeAttribute("aria-busy")
  }
}

function beginSending(form) {
  const status = document.getElementById("upload-status")
  status.classList.remove("problem-text")
  form.setAttribute("aria-busy", "true")
  return status
}

async function takeDropped(transfer) {
  // The list of items is gone after the first pause: take everything now.
  const dropped = [...transfer.files]
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  const walked = (await Promise.all(entries.map((entry) => filesOf(entry)))).flat()
  const files = entries.length > 0 ? walked : named(dropped)
  if (files.length > 0) hold(files)
}

async function filesOf(entry) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ""), file }]
  }
  const reader = entry.createReader()
  const found = []
  for (;;) {
    // A reader gives its entries in portions, and an empty one at the end.
    const portion = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) break
    for (const inner of portion) found.push(...(await filesOf(inner)))
  }
  return found
}

async function sendFolder(form, files) {
  const status = beginSending(form)
  const id = crypto.randomUUID()
  const language = form.elements.namedItem("lang").value
  const query = language === "en" ? "?lang=en" : ""
  try {
    for (const [index, { path, file }] of files.entries()) {
      status.textContent = fill(form.dataset.sending, { done: index + 1, total: files.length })
      const address = `/api/v1/uploads/${id}/files/${path.split("/").map(encodeURIComponent).join("/")}${query}`
      const headers = {
        "content-type": "application/octet-stream",
        "idempotency-key": `${id}/${index}`,
      }
      const answer = await fetch(address, { method: "PUT", headers, body: file })
      if (!answer.ok) return await showProblem(status, answer)
    }
    const body = JSON.stringify({ ...choices(form), judul: files[0].path.split("/")[0] })
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      "idempotency-key": id,
    }
    const answer = await fetch(`/api/v1/uploads/${id}/run${query}`, {
      method: "POST",
      headers,
      body,
    })
    if (!answer.ok) return await showProblem(status, answer)
    location.assign((await answer.json()).page)
  } catch {
    status.textContent = form.dataset.failed
  } finally {
    form.removeAttribute("aria-busy")
  }
}

function choices(form) {
  const names = ["pagu", "tahun", "bulan"]
  return Object.fromEntries(names.map((name) => [name, form.elements.namedItem(name).value]))
}

async function showProblem(status, answer) {
  const { what, where, how } = await answer.json()
  status.classList.add("problem-text")
  status.textContent = [what, where, how].join(" · ")
}

async function followRun(section) {
  const queue = document.getElementById("queue")
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const run = await fetch(`/api/v1/runs/${section.dataset.run}`, {
      headers: { accept: "application/json" },
    })
      .then((answer) => answer.json())
      .catch(() => null)
    if (run === null) continue
    if (run.status === "done" || run.status === "failed")
      return location.replace(section.dataset.next)
    queue.textContent = run.position > 0 ? fill(queue.dataset.text, run) : ""
    showStage(section, run.stage)
  }
}

function showStage(section, stage) {
  const items = [...section.querySelectorAll("[data-stage]")]
  const reached = items.findIndex((item) => item.dataset.stage === stage)
  for (const [index, item] of items.entries()) {
    const state = index < reached ? "done" : index === reached ? "now" : "next"
    item.className = state
    item.querySelector(".state").textContent = item.dataset[state]
  }
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""))
}
