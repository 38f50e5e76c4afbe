/**
 * The restricted picklists of User, as describe lists them: time zones, locales, languages, e-mail encodings.
 * Lists follow Salesforce help ("Supported Time Zones", "Supported Locales", "Supported Languages"); the labels are ours where
 * the platform composes them (offset and zone name of a time zone).
 */
import type { PicklistRow } from '../fields.ts';

/** One per line: value, space, label. */
const rows = (text: string): readonly PicklistRow[] =>
  text
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);

export const timeZones: readonly string[] = `
Pacific/Kiritimati Pacific/Apia Pacific/Enderbury Pacific/Tongatapu Pacific/Chatham Asia/Kamchatka Pacific/Auckland Pacific/Fiji
Pacific/Guadalcanal Pacific/Norfolk Australia/Lord_Howe Australia/Brisbane Australia/Sydney Australia/Adelaide Australia/Darwin
Asia/Seoul Asia/Tokyo Asia/Hong_Kong Asia/Kuala_Lumpur Asia/Manila Asia/Shanghai Asia/Singapore Asia/Taipei Australia/Perth
Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta Asia/Rangoon Asia/Dhaka Asia/Kathmandu Asia/Colombo Asia/Kolkata Asia/Karachi
Asia/Tashkent Asia/Yekaterinburg Asia/Kabul Asia/Baku Asia/Dubai Asia/Tbilisi Asia/Yerevan Asia/Tehran Africa/Nairobi Asia/Baghdad
Asia/Kuwait Asia/Riyadh Europe/Istanbul Europe/Minsk Europe/Moscow Africa/Cairo Africa/Johannesburg Asia/Beirut Asia/Jerusalem
Europe/Athens Europe/Bucharest Europe/Helsinki Africa/Algiers Africa/Casablanca Europe/Amsterdam Europe/Berlin Europe/Brussels
Europe/Paris Europe/Prague Europe/Rome Europe/Dublin Europe/Lisbon Europe/London GMT America/Scoresbysund Atlantic/Azores
Atlantic/Cape_Verde Atlantic/South_Georgia America/Argentina/Buenos_Aires America/Sao_Paulo America/St_Johns America/Halifax
America/Puerto_Rico America/Santiago Atlantic/Bermuda America/Caracas America/Bogota America/Indiana/Indianapolis America/Lima
America/New_York America/Panama America/Chicago America/El_Salvador America/Mexico_City America/Denver America/Mazatlan
America/Phoenix America/Los_Angeles America/Tijuana Pacific/Pitcairn America/Anchorage Pacific/Gambier Pacific/Marquesas
America/Adak Pacific/Honolulu Pacific/Niue Pacific/Pago_Pago
`
  .trim()
  .split(/\s+/);

export const locales = rows(`
af_ZA Afrikaans (South Africa)
sq_AL Albanian (Albania)
ar_DZ Arabic (Algeria)
ar_BH Arabic (Bahrain)
ar_EG Arabic (Egypt)
ar_JO Arabic (Jordan)
ar_KW Arabic (Kuwait)
ar_LB Arabic (Lebanon)
ar_QA Arabic (Qatar)
ar_SA Arabic (Saudi Arabia)
ar_AE Arabic (United Arab Emirates)
hy_AM Armenian (Armenia)
az_AZ Azerbaijani (Azerbaijan)
bn_BD Bangla (Bangladesh)
eu_ES Basque (Spain)
be_BY Belarusian (Belarus)
bs_BA Bosnian (Bosnia & Herzegovina)
bg_BG Bulgarian (Bulgaria)
ca_ES Catalan (Spain)
zh_CN Chinese (China)
zh_HK Chinese (Hong Kong SAR China)
zh_SG Chinese (Singapore)
zh_TW Chinese (Taiwan)
hr_HR Croatian (Croatia)
cs_CZ Czech (Czechia)
da_DK Danish (Denmark)
nl_BE Dutch (Belgium)
nl_NL Dutch (Netherlands)
en_AU English (Australia)
en_CA English (Canada)
en_HK English (Hong Kong SAR China)
en_IN English (India)
en_IE English (Ireland)
en_MY English (Malaysia)
en_NZ English (New Zealand)
en_PH English (Philippines)
en_SG English (Singapore)
en_ZA English (South Africa)
en_GB English (United Kingdom)
en_US English (United States)
et_EE Estonian (Estonia)
fi_FI Finnish (Finland)
fr_BE French (Belgium)
fr_CA French (Canada)
fr_FR French (France)
fr_LU French (Luxembourg)
fr_CH French (Switzerland)
ka_GE Georgian (Georgia)
de_AT German (Austria)
de_BE German (Belgium)
de_DE German (Germany)
de_LU German (Luxembourg)
de_CH German (Switzerland)
el_GR Greek (Greece)
gu_IN Gujarati (India)
iw_IL Hebrew (Israel)
hi_IN Hindi (India)
hu_HU Hungarian (Hungary)
is_IS Icelandic (Iceland)
in_ID Indonesian (Indonesia)
ga_IE Irish (Ireland)
it_IT Italian (Italy)
it_CH Italian (Switzerland)
ja_JP Japanese (Japan)
kk_KZ Kazakh (Kazakhstan)
ko_KR Korean (South Korea)
lv_LV Latvian (Latvia)
lt_LT Lithuanian (Lithuania)
lb_LU Luxembourgish (Luxembourg)
mk_MK Macedonian (North Macedonia)
ms_MY Malay (Malaysia)
mt_MT Maltese (Malta)
no_NO Norwegian (Norway)
fa_IR Persian (Iran)
pl_PL Polish (Poland)
pt_BR Portuguese (Brazil)
pt_PT Portuguese (Portugal)
ro_RO Romanian (Romania)
ru_RU Russian (Russia)
sr_RS Serbian (Serbia)
sk_SK Slovak (Slovakia)
sl_SI Slovenian (Slovenia)
es_AR Spanish (Argentina)
es_CL Spanish (Chile)
es_CO Spanish (Colombia)
es_MX Spanish (Mexico)
es_PE Spanish (Peru)
es_ES Spanish (Spain)
es_US Spanish (United States)
sv_SE Swedish (Sweden)
tl_PH Tagalog (Philippines)
ta_IN Tamil (India)
th_TH Thai (Thailand)
tr_TR Turkish (Türkiye)
uk_UA Ukrainian (Ukraine)
ur_PK Urdu (Pakistan)
vi_VN Vietnamese (Vietnam)
cy_GB Welsh (United Kingdom)
`);

/** The fully supported languages. */
export const languages = rows(`
en_US English
de German
es Spanish
fr French
it Italian
ja Japanese
sv Swedish
ko Korean
zh_TW Chinese (Traditional)
zh_CN Chinese (Simplified)
pt_BR Portuguese (Brazil)
nl_NL Dutch
da Danish
th Thai
fi Finnish
ru Russian
es_MX Spanish (Mexico)
no Norwegian
`);

export const emailEncodings = rows(`
UTF-8 Unicode (UTF-8)
ISO-8859-1 General US & Western Europe (ISO-8859-1, ISO-LATIN-1)
Shift_JIS Japanese (Shift-JIS)
ISO-2022-JP Japanese (JIS)
EUC-JP Japanese (EUC)
ks_c_5601-1987 Korean (ks_c_5601-1987)
Big5 Traditional Chinese (Big5)
GB2312 Simplified Chinese (GB2312)
Big5-HKSCS Traditional Chinese Hong Kong (Big5-HKSCS)
x-SJIS_0213 Japanese (Shift-JIS_2004)
`);
