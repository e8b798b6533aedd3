import type { CriterionRuleName } from "../../modules/law/index.ts"

/** What a condition means for whoever proposes people, behind its title; "" where the title says it. */
export const CRITERION_TEXT_ID: Readonly<Record<CriterionRuleName, string>> = {
  identity_exists: "NIK dan namanya sama dengan KTP-el",
  alive: "yang sudah meninggal tidak diusulkan",
  resident_months: "",
  age_below: "",
  income_at_most: "penghasilan sebulan dari semua pekerjaan, dibanding upah minimum kabupaten/kota",
  informal: "bekerja sendiri atau bersama keluarga, tanpa karyawan yang digaji",
  no_other_payer:
    "iurannya belum dibayar perusahaan, pemerintah lain, atau dirinya sendiri; bukan ASN, TNI, Polri atau pensiunannya",
  sector_verified: "bila ditanya, petugas sektor menyatakan ia memang bekerja di sektor itu",
  poverty_decile: "menurut data kesejahteraan yang berlaku (DTSEN)",
}
