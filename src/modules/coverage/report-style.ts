/** The page's own style: system fonts, deep teal on white and sand, A4 on paper. */
export const REPORT_STYLE = `
:root{color-scheme:light;--ink:#16282b;--soft:#4a5b5d;--teal:#0b4f55;--mist:#e6f0ef;--sand:#f7f2e8;--line:#d8cfbd;--ochre:#7a4a00;--wrong:#9b1c1c}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
.wrap{max-width:76rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--teal);text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid #b36b00;outline-offset:2px}
main:focus{outline:none}
.skip{position:absolute;left:-999rem;background:#fff;padding:.75rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
header{background:var(--teal);color:#fff;padding:2.25rem 0 1.75rem;border-bottom:6px solid #c9a45c}
.owner{margin:0;font-size:.95rem;letter-spacing:.02em;color:#dbe9e7}
h1{margin:.35rem 0 .6rem;font-size:clamp(1.6rem,1.1rem + 2.2vw,2.5rem);line-height:1.2;font-weight:650;max-width:32ch;text-wrap:balance}
.date{margin:0;color:#eef5f4}
.mark{display:inline-block;margin-left:.5rem;padding:.05rem .6rem;border:1px solid currentColor;border-radius:2px;font-weight:600;font-size:.9rem}
.draft .mark{margin:0 .4rem 0 0}
.page{padding-top:1.5rem;padding-bottom:3rem}
nav{background:var(--sand);padding:1rem 1.25rem;margin-bottom:2rem;font-size:.95rem}
nav p{margin:0 0 .4rem;font-weight:650}
nav ol{list-style:none;margin:0;padding:0;columns:2 7rem;column-gap:1.5rem}
nav a{display:block;padding:.25rem 0;break-inside:avoid;text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding:0 0 1.5rem;margin:0 0 2.25rem;border-bottom:1px solid var(--line)}
section:last-child{border:0;margin-bottom:0}
h2{margin:0 0 1rem;font-size:1.65rem;line-height:1.25;color:var(--teal);font-weight:650}
h3{margin:2rem 0 .6rem;font-size:1.15rem;line-height:1.35}
p{margin:0 0 1rem;max-width:42rem}
.headline{font-size:clamp(1.3rem,1rem + 1.3vw,1.75rem);line-height:1.4;font-weight:550;max-width:34em;margin-bottom:1.25rem;text-wrap:pretty}
.draft{max-width:none;color:var(--soft)}
.draft .mark{color:var(--ochre)}
dl,dd{margin:0}
.tiles{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.75rem 0}
.tiles div{flex:1 1 9.5rem;display:flex;flex-direction:column-reverse;justify-content:flex-end;background:var(--mist);padding:1rem 1.1rem;border-top:4px solid var(--teal)}
.tiles dd{font-size:1.75rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums;white-space:nowrap}
.tiles dt{color:var(--soft);font-size:.95rem}
.facts{margin:1.25rem 0 1.5rem;max-width:48rem}
.facts div{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1.25rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--soft)}
.facts dd{font-variant-numeric:tabular-nums;min-width:0}
.long{max-width:none}
code{font:.9em/1.45 ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
td code{white-space:nowrap;color:var(--soft)}
figure{margin:0 0 1.5rem}
figcaption,caption,.table-title{font-weight:600;font-size:1.1rem;line-height:1.4;text-align:left;margin:0 0 .75rem;max-width:44rem}
caption{padding:0 0 .6rem;margin:0}
caption span{display:block;max-width:calc(100vw - 2.5rem)}
.source,.note{color:var(--soft);font-size:.9rem;margin:.4rem 0 1.5rem}
.sum{font-weight:600;font-variant-numeric:tabular-nums}
.bars{list-style:none;margin:0 0 .5rem;padding:0}
.bars li{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;margin-bottom:.9rem;align-items:baseline}
.bar-count{font-weight:650;font-variant-numeric:tabular-nums;text-align:right}
.bar-count small{display:inline-block;min-width:4.5rem;margin-left:.5rem;font-weight:400;font-size:.9rem;color:var(--soft)}
.bars .bar{grid-column:1/-1}
.bar{display:block;margin:.15rem 0}
.bar-ground{fill:var(--mist)}
.bar-fill{fill:var(--teal)}
.scroll{overflow-x:auto;margin:1.25rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-size:.97rem;line-height:1.45}
th,td{padding:.5rem .7rem .5rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;font-size:.9rem;color:var(--soft);border-bottom:2px solid var(--teal);vertical-align:bottom}
tbody tr:hover{background:var(--sand)}
tfoot th,tfoot td{font-weight:650;border-bottom:0;border-top:2px solid var(--teal)}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .number{white-space:normal;min-width:4.2rem}
.wide{min-width:46rem}
.file{overflow-wrap:anywhere}
.wide .file{display:inline-block;min-width:10rem}
.account{font-variant-numeric:tabular-nums;white-space:nowrap}
.tag{display:inline-block;padding:0 .5rem;border:1px solid var(--teal);border-radius:2px;color:var(--teal);font-size:.88rem;white-space:nowrap}
.tag.likely{border-style:dashed}
.tag.assumed,.tag.later{border-style:double;border-width:3px;color:var(--ochre);border-color:var(--ochre)}
.tag.later{white-space:normal}
.callout-box{background:var(--sand);border-left:6px solid #c9a45c;padding:1rem 1.25rem;font-variant-numeric:tabular-nums}
.warning{border:3px solid var(--wrong);padding:1rem 1.25rem;margin:1.5rem 0}
.warning h3{margin-top:0;color:var(--wrong)}
.steps{padding-left:1.6rem;max-width:46rem}
.steps>li{margin-bottom:.9rem;padding-left:.3rem}
.steps>li::marker{font-weight:650;color:var(--teal)}
.steps strong{font-weight:600}
.steps ul{margin:.3rem 0 0;padding-left:1.1rem;color:var(--soft);font-size:.95rem}
ul{padding-left:1.2rem}
li{margin-bottom:.3rem}
.checks{list-style:none;padding:0;font-variant-numeric:tabular-nums}
.check{color:var(--teal);font-weight:600;white-space:nowrap}
.check svg{vertical-align:-.12em;fill:none;stroke:currentColor;stroke-width:2.4}
.check.wrong{color:var(--wrong)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scroll{position:relative}
.map svg{display:block;max-width:100%;height:auto}
.area{stroke:#fff;stroke-width:1}
.step-0{fill:#e3efed}.step-1{fill:#b5d7d3}.step-2{fill:#7cb9b6}.step-3{fill:#2a787d}.step-4{fill:#0b4f55}
.legend .step-0,.legend .no-count{stroke:#7d8d8e}
.no-count{fill:url(#hatch);stroke:#7d8d8e}
.hatch-ground{fill:#fff}
.hatch-line{stroke:#7d8d8e;stroke-width:2}
.map text{font-size:11px;text-anchor:middle;font-variant-numeric:tabular-nums;pointer-events:none}
.on-light{fill:#16282b;paint-order:stroke;stroke:#fff;stroke-opacity:.45;stroke-width:3px}.on-dark{fill:#fff}
.figure{font-size:12.5px;font-weight:650}
.callout path{stroke:#16282b;stroke-width:.8;fill:none}.callout .halo{stroke:#fff;stroke-width:2.6;stroke-opacity:.75}
.callout circle{fill:#16282b;stroke:#fff;stroke-width:.7}
.callout text{fill:#16282b;font-size:11.5px}
.map .ends{text-anchor:end}.map .starts{text-anchor:start}
.frame{fill:none;stroke:#4a5b5d;stroke-width:1}
.on-hatch{fill:#16282b;paint-order:stroke;stroke:#fff;stroke-width:4px}
.defs{position:absolute}
.map-title{font-weight:600;margin:1.5rem 0 .25rem}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.25rem;font-size:.92rem;margin:.75rem 0}
.legend span{font-weight:600}
.legend ul{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;margin:0;padding:0}
.legend li{display:flex;align-items:center;gap:.45rem;margin:0;font-variant-numeric:tabular-nums}
footer{background:var(--sand);border-top:1px solid var(--line);padding:1.25rem 0;font-size:.95rem;color:var(--soft)}
footer p{margin:0}
@media (min-width:64rem){
.page{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:3.5rem;padding-top:2.75rem}
nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow:auto;background:none;padding:0 0 0 1rem;border-left:3px solid #c9a45c}
nav ol{columns:auto}
}
@media (max-width:48rem){.map svg{max-width:none}}
@media (max-width:30rem){
.facts div{grid-template-columns:1fr}
.tiles dd{font-size:1.35rem}
.tiles div{flex-basis:35%;padding:.8rem}
.bar-count small{min-width:0}
.tag{white-space:normal}
.narrow th,.narrow td{padding-right:.45rem}
.narrow{font-size:.92rem}
.narrow td code{white-space:normal;overflow-wrap:normal;font-size:.8rem}
.narrow thead .number{min-width:0}
.wide{min-width:0}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack,.stack caption,.stack tbody,.stack tfoot,.stack tr,.stack th,.stack td{display:block}
.stack tr{padding:.6rem 0;border-bottom:1px solid var(--line)}
.stack tfoot tr{border-top:2px solid var(--teal)}
.stack th,.stack td,.stack tfoot th,.stack tfoot td{border:0;padding:.1rem 0;text-align:left}
.stack tbody th,.stack tfoot th{font-weight:650}
.stack td{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:0 .75rem}
.stack td>*{grid-column:2;justify-self:start}
.stack td::before{content:attr(data-head);color:var(--soft);font-size:.9rem}
.stack td:empty{display:none}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#4a5b5d}}
@media print{
body{font-size:10pt;line-height:1.45}
nav,.skip{display:none}
.wrap{max-width:none;padding:0}
.page{display:block;padding-top:6mm}
header{background:none;color:var(--ink);padding:0 0 4mm;border-bottom:1.2mm solid var(--teal)}
h1{font-size:20pt;max-width:none}
.owner,.date{color:var(--soft)}
h2{font-size:14pt}
h3{font-size:11pt}
section{border:0;margin:0 0 6mm;padding:0}
h2,h3,figcaption,caption,.map-title{break-after:avoid}
figure,tr,.narrow,.tiles,.map,.callout-box,.steps>li,.facts div{break-inside:avoid}
#peta,#berkas{break-before:page}
caption span{max-width:none}
footer{border:0;padding:0;break-before:avoid}
thead{display:table-header-group}
tfoot{display:table-row-group}
.scroll{overflow:visible;margin:3mm 0 2mm}
table{font-size:8.5pt}
.wide{min-width:0}
.wide .file{min-width:34mm}
thead .number{min-width:0}
th,td{padding:1mm 2mm 1mm 0}
.map svg{max-width:100%;max-height:92mm;width:auto;margin:0 auto}
.area,.bar-fill,.bar-ground,.tiles div,.callout-box,.step-0{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.tiles div{flex-basis:0}
.tiles dd{font-size:14pt}
}
`
