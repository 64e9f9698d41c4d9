/**
 * Every region id of java.time with the English names `DateTimeFormatter` prints for it.
 *
 * A line is `short|short summer|short generic|long|long summer|long generic|ids`; a line that starts with a space
 * continues the ids. An id is followed by the base-36 number of its row in `STANDARD_OFFSETS`.
 * Source: OpenJDK 17.0.15 (CLDR 39, tzdata 2025a), locale en-US, asked through java.util.TimeZone and the letters z and v.
 */
export const ZONE_NAMES = `
GMT|GMT|GMT|Greenwich Mean Time|Greenwich Mean Time|Greenwich Mean Time|Africa/Abidjan:0 Africa/Bamako:0 Africa/Banjul:0 Africa/Bissau:1 Africa/Conakry:0
 Africa/Dakar:0 Africa/Freetown:0 Africa/Lome:0 Africa/Monrovia:2 Africa/Nouakchott:0 Africa/Ouagadougou:0 Africa/Sao_Tome:3 Africa/Timbuktu:0
 America/Danmarkshavn:4 Atlantic/Reykjavik:0 Atlantic/St_Helena:0 Etc/Greenwich:5 GMT:5 Greenwich:5 Iceland:0
GMT|GHST|GMT|Greenwich Mean Time|Ghana Summer Time|Ghana Mean Time|Africa/Accra:0
EAT|EAST|EAT|East Africa Time|Eastern African Summer Time|Eastern Africa Time|Africa/Addis_Ababa:6 Africa/Asmara:6 Africa/Asmera:6 Africa/Dar_es_Salaam:6
 Africa/Djibouti:6 Africa/Kampala:6 Africa/Mogadishu:6 Africa/Nairobi:6 Indian/Antananarivo:6 Indian/Comoro:6 Indian/Mayotte:6
CET|CEST|CET|Central European Standard Time|Central European Summer Time|Central European Time|Africa/Algiers:7 Africa/Tunis:8
WAT|WAST|WAT|West Africa Standard Time|West Africa Summer Time|West Africa Time|Africa/Bangui:9 Africa/Brazzaville:9 Africa/Douala:9 Africa/Kinshasa:9
 Africa/Lagos:9 Africa/Libreville:9 Africa/Luanda:9 Africa/Malabo:9 Africa/Ndjamena:a Africa/Niamey:9 Africa/Porto-Novo:9
CAT|CAST|CAT|Central Africa Time|Central African Summer Time|Central Africa Time|Africa/Blantyre:b Africa/Bujumbura:b Africa/Gaborone:b Africa/Harare:b
 Africa/Juba:c Africa/Khartoum:d Africa/Kigali:b Africa/Lubumbashi:b Africa/Lusaka:b Africa/Maputo:b
EET|EEST|EET|Eastern European Standard Time|Eastern European Summer Time|Eastern European Time|Africa/Cairo:e Asia/Beirut:f Asia/Gaza:g Asia/Hebron:h
 Asia/Nicosia:i Egypt:e Europe/Athens:j Europe/Bucharest:k Europe/Chisinau:l Europe/Helsinki:m Europe/Kiev:n Europe/Kyiv:n Europe/Mariehamn:m Europe/Nicosia:i
 Europe/Riga:o Europe/Sofia:p Europe/Tallinn:q Europe/Tiraspol:l Europe/Uzhgorod:n Europe/Vilnius:r Europe/Zaporozhye:n
WET|WEST|WET|Western European Time|Western European Summer Time|Western European Time|Africa/Casablanca:s Africa/El_Aaiun:t WET:u
CET|CEST|CET|Central European Standard Time|Central European Summer Time|Central European Time|Africa/Ceuta:v Arctic/Longyearbyen:w Atlantic/Jan_Mayen:w
 Europe/Amsterdam:x Europe/Andorra:y Europe/Belgrade:z Europe/Berlin:w Europe/Bratislava:10 Europe/Brussels:x Europe/Budapest:11 Europe/Busingen:12
 Europe/Copenhagen:w Europe/Gibraltar:13 Europe/Ljubljana:z Europe/Luxembourg:x Europe/Madrid:14 Europe/Malta:15 Europe/Monaco:16 Europe/Oslo:w
 Europe/Paris:16 Europe/Podgorica:z Europe/Prague:10 Europe/Rome:17 Europe/San_Marino:17 Europe/Sarajevo:z Europe/Skopje:z Europe/Stockholm:w Europe/Tirane:18
 Europe/Vaduz:12 Europe/Vatican:17 Europe/Vienna:19 Europe/Warsaw:1a Europe/Zagreb:z Europe/Zurich:12 Poland:1a
SAST|SAST|SAT|South Africa Standard Time|South Africa Summer Time|South Africa Time|Africa/Johannesburg:1b Africa/Maseru:1b Africa/Mbabane:1b
EET|EEST|EET|Eastern European Standard Time|Eastern European Summer Time|Eastern European Time|Africa/Tripoli:1c Europe/Kaliningrad:1d Libya:1c
CAT|WAT|CAT|Central Africa Time|Western African Time|Central African Time|Africa/Windhoek:1e
HAST|HADT|HAT|Hawaii-Aleutian Standard Time|Hawaii-Aleutian Daylight Time|Hawaii-Aleutian Time|America/Adak:1f America/Atka:1f US/Aleutian:1f
AKST|AKDT|AKT|Alaska Standard Time|Alaska Daylight Time|Alaska Time|America/Anchorage:1g America/Juneau:1h America/Metlakatla:1i America/Nome:1j
 America/Sitka:1k America/Yakutat:1l SystemV/YST9YDT:1m US/Alaska:1g
AST|ADT|AT|Atlantic Standard Time|Atlantic Daylight Time|Atlantic Time|America/Anguilla:1n America/Antigua:1n America/Aruba:1n America/Barbados:1o
 America/Blanc-Sablon:1n America/Curacao:1n America/Dominica:1n America/Grenada:1n America/Guadeloupe:1n America/Kralendijk:1n America/Lower_Princes:1n
 America/Marigot:1n America/Martinique:1p America/Montserrat:1n America/Port_of_Spain:1n America/Puerto_Rico:1n America/Santo_Domingo:1q
 America/St_Barthelemy:1n America/St_Kitts:1n America/St_Lucia:1n America/St_Thomas:1n America/St_Vincent:1n America/Tortola:1n America/Virgin:1n
BRT|BRST|BRT|Brasilia Standard Time|Brasilia Summer Time|Brasilia Time|America/Araguaina:1r America/Bahia:1s America/Belem:1t America/Fortaleza:1u
 America/Maceio:1v America/Recife:1w America/Santarem:1x America/Sao_Paulo:1y Brazil/East:1y
ART|ARST|ART|Argentina Standard Time|Argentina Summer Time|Argentina Time|America/Argentina/Buenos_Aires:1z America/Argentina/Catamarca:20
 America/Argentina/ComodRivadavia:20 America/Argentina/Cordoba:21 America/Argentina/Jujuy:22 America/Argentina/La_Rioja:23 America/Argentina/Mendoza:24
 America/Argentina/Rio_Gallegos:25 America/Argentina/Salta:26 America/Argentina/San_Juan:27 America/Argentina/San_Luis:28 America/Argentina/Tucuman:29
 America/Argentina/Ushuaia:2a America/Buenos_Aires:1z America/Catamarca:20 America/Cordoba:21 America/Jujuy:22 America/Mendoza:24 America/Rosario:21
PYT|PYST|PYT|Paraguay Standard Time|Paraguay Summer Time|Paraguay Time|America/Asuncion:2b
EST|EDT|ET|Eastern Standard Time|Eastern Daylight Time|Eastern Time|America/Atikokan:2c America/Cancun:2d America/Cayman:2c America/Coral_Harbour:2c
 America/Jamaica:2e America/Panama:2c Jamaica:2e
CST|CDT|CT|Central Standard Time|Central Daylight Time|Central Time|America/Bahia_Banderas:2f America/Belize:2g America/Chihuahua:2h America/Costa_Rica:2i
 America/El_Salvador:2j America/Guatemala:2k America/Managua:2l America/Merida:2m America/Mexico_City:2n America/Monterrey:2o America/Regina:2p
 America/Swift_Current:2q America/Tegucigalpa:2r Canada/Saskatchewan:2p Mexico/General:2n
AMT|AMST|AMT|Amazon Standard Time|Amazon Summer Time|Amazon Time|America/Boa_Vista:2s America/Campo_Grande:2t America/Cuiaba:2u America/Manaus:2v
 America/Porto_Velho:2w Brazil/West:2v
COT|COST|COT|Colombia Standard Time|Colombia Summer Time|Colombia Time|America/Bogota:2x
MST|MDT|MT|Mountain Standard Time|Mountain Daylight Time|Mountain Time|America/Boise:2y America/Cambridge_Bay:2z America/Ciudad_Juarez:30 America/Denver:31
 America/Edmonton:32 America/Inuvik:33 America/Shiprock:31 America/Yellowknife:32 Canada/Mountain:32 MST7MDT:31 Navajo:31 SystemV/MST7MDT:34 US/Mountain:31
VET|VEST|VET|Venezuela Time|Venezuela Summer Time|Venezuela Time|America/Caracas:35
GFT|GFST|GFT|French Guiana Time|French Guiana Summer Time|French Guiana Time|America/Cayenne:36
CST|CDT|CT|Central Standard Time|Central Daylight Time|Central Time|America/Chicago:37 America/Indiana/Knox:38 America/Indiana/Tell_City:39 America/Knox_IN:38
 America/Matamoros:3a America/Menominee:3b America/North_Dakota/Beulah:3c America/North_Dakota/Center:3d America/North_Dakota/New_Salem:3e America/Ojinaga:3f
 America/Rainy_River:3g America/Rankin_Inlet:3h America/Resolute:3i America/Winnipeg:3g CST6CDT:37 Canada/Central:3g SystemV/CST6CDT:3j US/Central:37
 US/Indiana-Starke:38
MST|MDT|MT|Mountain Standard Time|Mountain Daylight Time|Mountain Time|America/Creston:3k America/Dawson:3l America/Dawson_Creek:3m America/Fort_Nelson:3n
 America/Phoenix:3k America/Whitehorse:3o Canada/Yukon:3o US/Arizona:3k
EST|EDT|ET|Eastern Standard Time|Eastern Daylight Time|Eastern Time|America/Detroit:3p America/Fort_Wayne:3q America/Grand_Turk:3r
 America/Indiana/Indianapolis:3q America/Indiana/Marengo:3s America/Indiana/Petersburg:3t America/Indiana/Vevay:3u America/Indiana/Vincennes:3v
 America/Indiana/Winamac:3w America/Indianapolis:3q America/Iqaluit:3x America/Kentucky/Louisville:3y America/Kentucky/Monticello:3z America/Louisville:3y
 America/Montreal:40 America/Nassau:40 America/New_York:41 America/Nipigon:40 America/Pangnirtung:3x America/Port-au-Prince:42 America/Thunder_Bay:40
 America/Toronto:40 Canada/Eastern:40 EST5EDT:41 SystemV/EST5EDT:43 US/East-Indiana:3q US/Eastern:41 US/Michigan:3p
ACT|ACST|ACT|Acre Standard Time|Acre Summer Time|Acre Time|America/Eirunepe:44 America/Porto_Acre:45 America/Rio_Branco:45 Brazil/Acre:45
PST|PDT|PT|Pacific Standard Time|Pacific Daylight Time|Pacific Time|America/Ensenada:46 America/Los_Angeles:47 America/Tijuana:46 America/Vancouver:48
 Canada/Pacific:48 Mexico/BajaNorte:46 PST8PDT:47 SystemV/PST8PDT:49 US/Pacific:47
AST|ADT|AT|Atlantic Standard Time|Atlantic Daylight Time|Atlantic Time|America/Glace_Bay:4a America/Goose_Bay:4b America/Halifax:4c America/Moncton:4d
 America/Thule:4e Atlantic/Bermuda:4f Canada/Atlantic:4c SystemV/AST4ADT:4g
WGT|WGST|WGT|West Greenland Standard Time|West Greenland Summer Time|West Greenland Time|America/Godthab:4h America/Nuuk:4h
ECT|ECST|ECT|Ecuador Time|Ecuador Summer Time|Ecuador Time|America/Guayaquil:4i
GYT|GYST|GYT|Guyana Time|Guyana Summer Time|Guyana Time|America/Guyana:4j
CST|CDT|CT|Cuba Standard Time|Cuba Daylight Time|Cuba Time|America/Havana:4k Cuba:4k
MST|MDT|MT|Mexican Pacific Standard Time|Mexican Pacific Daylight Time|Mexican Pacific Time|America/Hermosillo:4l America/Mazatlan:4m Mexico/BajaSur:4m
BOT|BOST|BOT|Bolivia Time|Bolivia Summer Time|Bolivia Time|America/La_Paz:4n
PET|PEST|PET|Peru Standard Time|Peru Summer Time|Peru Time|America/Lima:4o
PMST|PMDT|PMT|St. Pierre & Miquelon Standard Time|St. Pierre & Miquelon Daylight Time|St. Pierre & Miquelon Time|America/Miquelon:4p
UYT|UYST|UYT|Uruguay Standard Time|Uruguay Summer Time|Uruguay Time|America/Montevideo:4q
FNT|FNST|FNT|Fernando de Noronha Standard Time|Fernando de Noronha Summer Time|Fernando de Noronha Time|America/Noronha:4r Brazil/DeNoronha:4r
SRT|SRST|SRT|Suriname Time|Suriname Summer Time|Suriname Time|America/Paramaribo:4s
GMT-03:00|GMT-03:00|GMT-03:00|Punta Arenas Standard Time|Punta Arenas Standard Time|Punta Arenas Time|America/Punta_Arenas:4t
PST|PDT|PT|Northwest Mexico Standard Time|Northwest Mexico Daylight Time|Northwest Mexico Time|America/Santa_Isabel:46
CLT|CLST|CLT|Chile Standard Time|Chile Summer Time|Chile Time|America/Santiago:4u Chile/Continental:4u
EGT|EGST|EGT|East Greenland Standard Time|East Greenland Summer Time|East Greenland Time|America/Scoresbysund:4v
NST|NDT|NT|Newfoundland Standard Time|Newfoundland Daylight Time|Newfoundland Time|America/St_Johns:4w Canada/Newfoundland:4w
AWST|AWDT|AWT|Casey Time|Australian Western Daylight Time|Australian Western Time|Antarctica/Casey:4x
DAVT|DAVST|DAVT|Davis Time|Davis Summer Time|Davis Time|Antarctica/Davis:4y
DDUT|DDUST|DDUT|Dumont-d’Urville Time|Dumont-d'Urville Summer Time|Dumont-d'Urville Time|Antarctica/DumontDUrville:4z
AEST|AEDT|AET|Australian Eastern Standard Time|Australian Eastern Daylight Time|Eastern Australia Time|Antarctica/Macquarie:50 Australia/ACT:51
 Australia/Brisbane:52 Australia/Canberra:51 Australia/Currie:53 Australia/Hobart:53 Australia/Lindeman:54 Australia/Melbourne:55 Australia/NSW:51
 Australia/Queensland:52 Australia/Sydney:51 Australia/Tasmania:53 Australia/Victoria:55
MAWT|MAWST|MAWT|Mawson Time|Mawson Summer Time|Mawson Time|Antarctica/Mawson:56
NZST|NZDT|NZT|New Zealand Standard Time|New Zealand Daylight Time|New Zealand Time|Antarctica/McMurdo:57 Antarctica/South_Pole:57 NZ:57 Pacific/Auckland:57
CLT|CLST|CLT|Chile Time|Chile Summer Time|Chile Time|Antarctica/Palmer:58
ROTT|ROTST|ROTT|Rothera Time|Rothera Summer Time|Rothera Time|Antarctica/Rothera:59
SYOT|SYOST|SYOT|Syowa Time|Syowa Summer Time|Syowa Time|Antarctica/Syowa:5a
GMT|CEST|ATT|Greenwich Mean Time|Central European Summer Time|Troll Time|Antarctica/Troll:5
VOST|VOSST|VOST|Vostok Time|Vostok Summer Time|Vostok Time|Antarctica/Vostok:5b
AST|ADT|AT|Arabian Standard Time|Arabian Daylight Time|Arabian Time|Asia/Aden:5a Asia/Baghdad:5c Asia/Bahrain:5d Asia/Kuwait:5a Asia/Qatar:5d Asia/Riyadh:5a
ALMT|ALMST|ALMT|East Kazakhstan Time|Alma-Ata Summer Time|Alma-Ata Time|Asia/Almaty:5e
EET|EEST|EET|Eastern European Standard Time|Eastern European Summer Time|Eastern European Time|Asia/Amman:5f Asia/Damascus:5g
ANAT|ANAST|ANAT|Anadyr Standard Time|Anadyr Summer Time|Anadyr Time|Asia/Anadyr:5h
AQTT|AQTST|AQTT|West Kazakhstan Time|Aqtau Summer Time|Aqtau Time|Asia/Aqtau:5i
AQTT|AQTST|AQTT|West Kazakhstan Time|Aqtobe Summer Time|Aqtobe Time|Asia/Aqtobe:5j
TMT|TMST|TMT|Turkmenistan Standard Time|Turkmenistan Summer Time|Turkmenistan Time|Asia/Ashgabat:5k Asia/Ashkhabad:5k
GMT+05:00|GMT+05:00|GMT+05:00|West Kazakhstan Time|Atyrau Daylight Time|Atyrau Time|Asia/Atyrau:5l
AZT|AZST|AZT|Azerbaijan Standard Time|Azerbaijan Summer Time|Azerbaijan Time|Asia/Baku:5m
ICT|ICST|ICT|Indochina Time|Indochina Summer Time|Indochina Time|Asia/Bangkok:5n Asia/Ho_Chi_Minh:5o Asia/Phnom_Penh:5n Asia/Saigon:5o Asia/Vientiane:5n
GMT+07:00|GMT+07:00|GMT+07:00|Barnaul Standard Time|Barnaul Daylight Time|Barnaul Time|Asia/Barnaul:5p
KGT|KGST|KGT|Kyrgyzstan Time|Kirgizstan Summer Time|Kirgizstan Time|Asia/Bishkek:5q
BNT|BNST|BNT|Brunei Darussalam Time|Brunei Summer Time|Brunei Time|Asia/Brunei:5r
IST|IDT|IT|India Standard Time|India Daylight Time|India Time|Asia/Calcutta:5s Asia/Colombo:5t Asia/Kolkata:5s
YAKT|YAKST|YAKT|Yakutsk Standard Time|Yakutsk Summer Time|Yakutsk Time|Asia/Chita:5u Asia/Khandyga:5v Asia/Yakutsk:5w
CHOT|CHOST|CHOT|Ulaanbaatar Standard Time|Ulaanbaatar Summer Time|Ulaanbaatar Time|Asia/Choibalsan:5x
CST|CDT|CT|China Standard Time|China Daylight Time|China Time|Asia/Chongqing:5y Asia/Chungking:5y Asia/Harbin:5y Asia/Macao:5z Asia/Macau:5z Asia/Shanghai:5y
 PRC:5y
BDT|BDST|BDT|Bangladesh Standard Time|Bangladesh Summer Time|Bangladesh Time|Asia/Dacca:60 Asia/Dhaka:60
TLT|TLST|TLT|East Timor Time|Timor-Leste Summer Time|Timor-Leste Time|Asia/Dili:61
GST|GDT|GT|Gulf Standard Time|Gulf Daylight Time|Gulf Time|Asia/Dubai:62 Asia/Muscat:62
TJT|TJST|TJT|Tajikistan Time|Tajikistan Summer Time|Tajikistan Time|Asia/Dushanbe:63
EET|EEST|EET|Eastern European Time|Eastern European Summer Time|Eastern European Time|Asia/Famagusta:64
HKT|HKST|HKT|Hong Kong Standard Time|Hong Kong Summer Time|Hong Kong Time|Asia/Hong_Kong:65 Hongkong:65
HOVT|HOVST|HOVT|Hovd Standard Time|Hovd Summer Time|Hovd Time|Asia/Hovd:66
IRKT|IRKST|IRKT|Irkutsk Standard Time|Irkutsk Summer Time|Irkutsk Time|Asia/Irkutsk:67
TRT|TRST|TRT|Turkey Time|Turkey Summer Time|Turkey Time|Asia/Istanbul:68 Europe/Istanbul:68 Turkey:68
WIB|WIST|WIB|Western Indonesia Time|West Indonesia Summer Time|West Indonesia Time|Asia/Jakarta:69 Asia/Pontianak:6a
WIT|EIST|WIT|Eastern Indonesia Time|East Indonesia Summer Time|East Indonesia Time|Asia/Jayapura:6b
IST|IDT|IT|Israel Standard Time|Israel Daylight Time|Israel Time|Asia/Jerusalem:6c Asia/Tel_Aviv:6c Israel:6c
AFT|AFST|AFT|Afghanistan Time|Afghanistan Summer Time|Afghanistan Time|Asia/Kabul:6d
PETT|PETST|PETT|Petropavlovsk-Kamchatski Standard Time|Petropavlovsk-Kamchatski Summer Time|Petropavlovsk-Kamchatski Time|Asia/Kamchatka:6e
PKT|PKST|PKT|Pakistan Standard Time|Pakistan Summer Time|Pakistan Time|Asia/Karachi:6f
XJT|XJDT|XJT|Xinjiang Standard Time|Xinjiang Daylight Time|Xinjiang Time|Asia/Kashgar:6g Asia/Urumqi:6g
NPT|NPST|NPT|Nepal Time|Nepal Summer Time|Nepal Time|Asia/Kathmandu:6h Asia/Katmandu:6h
KRAT|KRAST|KRAT|Krasnoyarsk Standard Time|Krasnoyarsk Summer Time|Krasnoyarsk Time|Asia/Krasnoyarsk:6i Asia/Novokuznetsk:6j
MYT|MYST|MYT|Malaysia Time|Malaysia Summer Time|Malaysia Time|Asia/Kuala_Lumpur:6k Asia/Kuching:5r
MAGT|MAGST|MAGT|Magadan Standard Time|Magadan Summer Time|Magadan Time|Asia/Magadan:6l
WITA|CIST|WITA|Central Indonesia Time|Central Indonesia Summer Time|Central Indonesia Time|Asia/Makassar:6m Asia/Ujung_Pandang:6m
PST|PDT|PT|Philippine Standard Time|Philippine Summer Time|Philippine Time|Asia/Manila:6n
NOVT|NOVST|NOVT|Novosibirsk Standard Time|Novosibirsk Summer Time|Novosibirsk Time|Asia/Novosibirsk:6o
OMST|OMSST|OMST|Omsk Standard Time|Omsk Summer Time|Omsk Time|Asia/Omsk:6p
ORAT|ORAST|ORAT|West Kazakhstan Time|Oral Summer Time|Oral Time|Asia/Oral:6q
KST|KDT|KT|Korean Standard Time|Korean Daylight Time|Korean Time|Asia/Pyongyang:6r Asia/Seoul:6s ROK:6s
QOST|QOSST|QOST|East Kazakhstan Time|Kostanay Summer Time|Kostanay Time|Asia/Qostanay:6t
QYZT|QYZST|QYZT|West Kazakhstan Time|Qyzylorda Summer Time|Qyzylorda Time|Asia/Qyzylorda:6u
MMT|MMST|MMT|Myanmar Time|Myanmar Summer Time|Myanmar Time|Asia/Rangoon:6v Asia/Yangon:6v
SAKT|SAKST|SAKT|Sakhalin Standard Time|Sakhalin Summer Time|Sakhalin Time|Asia/Sakhalin:6w
UZT|UZST|UZT|Uzbekistan Standard Time|Uzbekistan Summer Time|Uzbekistan Time|Asia/Samarkand:6x Asia/Tashkent:6y
SGT|SGST|SGT|Singapore Standard Time|Singapore Summer Time|Singapore Time|Asia/Singapore:6k Singapore:6k
SRET|SREDT|SRET|Srednekolymsk Time|Srednekolymsk Daylight Time|Srednekolymsk Time|Asia/Srednekolymsk:6z
CST|CDT|CT|Taipei Standard Time|Taipei Daylight Time|Taipei Time|Asia/Taipei:70
GET|GEST|GET|Georgia Standard Time|Georgia Summer Time|Georgia Time|Asia/Tbilisi:71
IRST|IRDT|IRT|Iran Standard Time|Iran Daylight Time|Iran Time|Asia/Tehran:72 Iran:72
BTT|BTST|BTT|Bhutan Time|Bhutan Summer Time|Bhutan Time|Asia/Thimbu:73 Asia/Thimphu:73
JST|JDT|JT|Japan Standard Time|Japan Daylight Time|Japan Time|Asia/Tokyo:74 Japan:74
GMT+07:00|GMT+07:00|GMT+07:00|Tomsk Standard Time|Tomsk Daylight Time|Tomsk Time|Asia/Tomsk:75
ULAT|ULAST|ULAT|Ulaanbaatar Standard Time|Ulaanbaatar Summer Time|Ulaanbaatar Time|Asia/Ulaanbaatar:5x Asia/Ulan_Bator:5x
VLAT|VLAST|VLAT|Vladivostok Standard Time|Vladivostok Summer Time|Vladivostok Time|Asia/Ust-Nera:76 Asia/Vladivostok:77
YEKT|YEKST|YEKT|Yekaterinburg Standard Time|Yekaterinburg Summer Time|Yekaterinburg Time|Asia/Yekaterinburg:78
AMT|AMST|AMT|Armenia Standard Time|Armenia Summer Time|Armenia Time|Asia/Yerevan:79
AZOT|AZOST|AZOT|Azores Standard Time|Azores Summer Time|Azores Time|Atlantic/Azores:7a
WET|WEST|WET|Western European Standard Time|Western European Summer Time|Western European Time|Atlantic/Canary:7b Atlantic/Faeroe:7c Atlantic/Faroe:7c
 Atlantic/Madeira:7d Europe/Lisbon:u Portugal:u
CVT|CVST|CVT|Cape Verde Standard Time|Cape Verde Summer Time|Cape Verde Time|Atlantic/Cape_Verde:7e
GST|GDT|GT|South Georgia Time|South Georgia Daylight Time|South Georgia Time|Atlantic/South_Georgia:7f
FKT|FKST|FKT|Falkland Islands Standard Time|Falkland Islands Summer Time|Falkland Islands Time|Atlantic/Stanley:7g
ACST|ACDT|ACT|Australian Central Standard Time|Australian Central Daylight Time|Central Australia Time|Australia/Adelaide:7h Australia/Broken_Hill:7i
 Australia/Darwin:7j Australia/North:7j Australia/South:7h Australia/Yancowinna:7i
ACWST|ACWDT|ACWT|Australian Central Western Standard Time|Australian Central Western Daylight Time|Australian Central Western Time|Australia/Eucla:7k
LHST|LHDT|LHT|Lord Howe Standard Time|Lord Howe Daylight Time|Lord Howe Time|Australia/LHI:7l Australia/Lord_Howe:7l
AWST|AWDT|AWT|Australian Western Standard Time|Australian Western Daylight Time|Western Australia Time|Australia/Perth:7m Australia/West:7m
CET|CEST|CET|Central European Time|Central European Summer Time|Central European Time|CET:x
EAST|EASST|EAST|Easter Island Standard Time|Easter Island Summer Time|Easter Island Time|Chile/EasterIsland:7n Pacific/Easter:7n
EET|EEST|EET|Eastern European Time|Eastern European Summer Time|Eastern European Time|EET:j
GMT|IST|IT|Greenwich Mean Time|Irish Standard Time|Irish Time|Eire:7o Europe/Dublin:7o
GMT|GMT|GMT|Greenwich Mean Time|Greenwich Mean Time|Greenwich Mean Time|Etc/GMT:5 Etc/GMT+0:5 Etc/GMT-0:5 Etc/GMT0:5 GMT0:5
GMT-01:00|GMT-01:00|GMT-01:00|GMT-01:00|GMT-01:00|GMT-01:00|Etc/GMT+1:7p
GMT-10:00|GMT-10:00|GMT-10:00|GMT-10:00|GMT-10:00|GMT-10:00|Etc/GMT+10:7q
GMT-11:00|GMT-11:00|GMT-11:00|GMT-11:00|GMT-11:00|GMT-11:00|Etc/GMT+11:7r
GMT-12:00|GMT-12:00|GMT-12:00|GMT-12:00|GMT-12:00|GMT-12:00|Etc/GMT+12:7s
GMT-02:00|GMT-02:00|GMT-02:00|GMT-02:00|GMT-02:00|GMT-02:00|Etc/GMT+2:7t
GMT-03:00|GMT-03:00|GMT-03:00|GMT-03:00|GMT-03:00|GMT-03:00|Etc/GMT+3:7u
GMT-04:00|GMT-04:00|GMT-04:00|GMT-04:00|GMT-04:00|GMT-04:00|Etc/GMT+4:4g
GMT-05:00|GMT-05:00|GMT-05:00|GMT-05:00|GMT-05:00|GMT-05:00|Etc/GMT+5:43
GMT-06:00|GMT-06:00|GMT-06:00|GMT-06:00|GMT-06:00|GMT-06:00|Etc/GMT+6:3j
GMT-07:00|GMT-07:00|GMT-07:00|GMT-07:00|GMT-07:00|GMT-07:00|Etc/GMT+7:34
GMT-08:00|GMT-08:00|GMT-08:00|GMT-08:00|GMT-08:00|GMT-08:00|Etc/GMT+8:49
GMT-09:00|GMT-09:00|GMT-09:00|GMT-09:00|GMT-09:00|GMT-09:00|Etc/GMT+9:1m
GMT+01:00|GMT+01:00|GMT+01:00|GMT+01:00|GMT+01:00|GMT+01:00|Etc/GMT-1:7v
GMT+10:00|GMT+10:00|GMT+10:00|GMT+10:00|GMT+10:00|GMT+10:00|Etc/GMT-10:7w
GMT+11:00|GMT+11:00|GMT+11:00|GMT+11:00|GMT+11:00|GMT+11:00|Etc/GMT-11:7x
GMT+12:00|GMT+12:00|GMT+12:00|GMT+12:00|GMT+12:00|GMT+12:00|Etc/GMT-12:7y
GMT+13:00|GMT+13:00|GMT+13:00|GMT+13:00|GMT+13:00|GMT+13:00|Etc/GMT-13:7z
GMT+14:00|GMT+14:00|GMT+14:00|GMT+14:00|GMT+14:00|GMT+14:00|Etc/GMT-14:80
GMT+02:00|GMT+02:00|GMT+02:00|GMT+02:00|GMT+02:00|GMT+02:00|Etc/GMT-2:81
GMT+03:00|GMT+03:00|GMT+03:00|GMT+03:00|GMT+03:00|GMT+03:00|Etc/GMT-3:82
GMT+04:00|GMT+04:00|GMT+04:00|GMT+04:00|GMT+04:00|GMT+04:00|Etc/GMT-4:83
GMT+05:00|GMT+05:00|GMT+05:00|GMT+05:00|GMT+05:00|GMT+05:00|Etc/GMT-5:84
GMT+06:00|GMT+06:00|GMT+06:00|GMT+06:00|GMT+06:00|GMT+06:00|Etc/GMT-6:85
GMT+07:00|GMT+07:00|GMT+07:00|GMT+07:00|GMT+07:00|GMT+07:00|Etc/GMT-7:86
GMT+08:00|GMT+08:00|GMT+08:00|GMT+08:00|GMT+08:00|GMT+08:00|Etc/GMT-8:87
GMT+09:00|GMT+09:00|GMT+09:00|GMT+09:00|GMT+09:00|GMT+09:00|Etc/GMT-9:88
UTC|UTC|UTC|Coordinated Universal Time|Coordinated Universal Time|Coordinated Universal Time|Etc/UCT:5 Etc/UTC:5 Etc/Universal:5 Etc/Zulu:5 UCT:5 UTC:5
 Universal:5 Zulu:5
GMT+04:00|GMT+04:00|GMT+04:00|Astrakhan Standard Time|Astrakhan Standard Time|Astrakhan Time|Europe/Astrakhan:89
GMT|BST|BT|Greenwich Mean Time|British Summer Time|British Time|Europe/Belfast:8a Europe/Guernsey:8a Europe/Isle_of_Man:8a Europe/Jersey:8a Europe/London:8a
 GB:8a GB-Eire:8a
MSK|MSD|MT|Moscow Standard Time|Moscow Daylight Time|Moscow Time|Europe/Kirov:8b
MSK|MSD|MT|Moscow Standard Time|Moscow Summer Time|Moscow Time|Europe/Minsk:8c Europe/Moscow:8d Europe/Simferopol:8e W-SU:8d
SAMT|SAMST|SAMT|Samara Standard Time|Samara Summer Time|Samara Time|Europe/Samara:8f
GMT+04:00|GMT+04:00|GMT+04:00|Saratov Standard Time|Saratov Standard Time|Saratov Time|Europe/Saratov:8g
GMT+04:00|GMT+04:00|GMT+04:00|Ulyanovsk Standard Time|Ulyanovsk Standard Time|Ulyanovsk Time|Europe/Ulyanovsk:8h
MSK|MSD|MT|Volgograd Standard Time|Volgograd Summer Time|Volgograd Time|Europe/Volgograd:8i
IOT|IOST|IOT|Indian Ocean Time|Indian Ocean Territory Summer Time|Indian Ocean Territory Time|Indian/Chagos:8j
CXT|CXST|CIT|Christmas Island Time|Christmas Island Summer Time|Christmas Island Time|Indian/Christmas:5n
CCT|CCST|CCT|Cocos Islands Time|Cocos Islands Summer Time|Cocos Islands Time|Indian/Cocos:6v
TFT|TFST|TFT|French Southern & Antarctic Time|French Southern & Antarctic Lands Summer Time|French Southern & Antarctic Lands Time|Indian/Kerguelen:8k
SCT|SCST|SCT|Seychelles Time|Seychelles Summer Time|Seychelles Time|Indian/Mahe:62
MVT|MVST|MVT|Maldives Time|Maldives Summer Time|Maldives Time|Indian/Maldives:8k
MUT|MUST|MUT|Mauritius Standard Time|Mauritius Summer Time|Mauritius Time|Indian/Mauritius:8l
RET|REST|RET|Réunion Time|Reunion Summer Time|Reunion Time|Indian/Reunion:62
MHT|MHST|MHT|Marshall Islands Time|Marshall Islands Summer Time|Marshall Islands Time|Kwajalein:8m Pacific/Kwajalein:8m Pacific/Majuro:8n
MET|MEST|MET|Middle Europe Time|Middle Europe Summer Time|Middle Europe Time|MET:x
CHAST|CHADT|CHAT|Chatham Standard Time|Chatham Daylight Time|Chatham Time|NZ-CHAT:8o Pacific/Chatham:8o
WSST|WSDT|WST|Apia Standard Time|Apia Daylight Time|Apia Time|Pacific/Apia:8p
BST|BST|BT|Bougainville Standard Time|Bougainville Daylight Time|Bougainville Time|Pacific/Bougainville:8q
CHUT|CHUST|CHUT|Chuuk Time|Chuuk Summer Time|Chuuk Time|Pacific/Chuuk:4z Pacific/Truk:4z Pacific/Yap:4z
VUT|VUST|VUT|Vanuatu Standard Time|Vanuatu Summer Time|Vanuatu Time|Pacific/Efate:8r
PHOT|PHOST|PHOT|Phoenix Islands Time|Phoenix Is. Summer Time|Phoenix Is. Time|Pacific/Enderbury:8s
TKT|TKST|TKT|Tokelau Time|Tokelau Summer Time|Tokelau Time|Pacific/Fakaofo:8t
FJT|FJST|FJT|Fiji Standard Time|Fiji Summer Time|Fiji Time|Pacific/Fiji:8u
TVT|TVST|TVT|Tuvalu Time|Tuvalu Summer Time|Tuvalu Time|Pacific/Funafuti:8n
GALT|GALST|GALT|Galapagos Time|Galapagos Summer Time|Galapagos Time|Pacific/Galapagos:8v
GAMT|GAMST|GAMT|Gambier Time|Gambier Summer Time|Gambier Time|Pacific/Gambier:8w
SBT|SBST|SBT|Solomon Islands Time|Solomon Is. Summer Time|Solomon Is. Time|Pacific/Guadalcanal:8x
ChST|ChDT|ChT|Chamorro Standard Time|Chamorro Daylight Time|Chamorro Time|Pacific/Guam:8y Pacific/Saipan:8y
HST|HDT|HST|Hawaii-Aleutian Standard Time|Hawaii-Aleutian Daylight Time|Hawaii-Aleutian Time|Pacific/Honolulu:8z US/Hawaii:8z
HAST|HADT|HAT|Hawaii-Aleutian Standard Time|Hawaii-Aleutian Daylight Time|Hawaii-Aleutian Time|Pacific/Johnston:8z
GMT+13:00|GMT+13:00|GMT+13:00|Kanton Standard Time|Kanton Daylight Time|Kanton Time|Pacific/Kanton:8s
LINT|LINST|LINT|Line Islands Time|Line Is. Summer Time|Line Is. Time|Pacific/Kiritimati:90
KOST|KOSST|KOST|Kosrae Time|Kosrae Summer Time|Kosrae Time|Pacific/Kosrae:91
MART|MARST|MART|Marquesas Time|Marquesas Summer Time|Marquesas Time|Pacific/Marquesas:92
SST|SDT|ST|Samoa Standard Time|Samoa Daylight Time|Samoa Time|Pacific/Midway:93 Pacific/Pago_Pago:93 Pacific/Samoa:93 US/Samoa:93
NRT|NRST|NRT|Nauru Time|Nauru Summer Time|Nauru Time|Pacific/Nauru:94
NUT|NUST|NUT|Niue Time|Niue Summer Time|Niue Time|Pacific/Niue:95
NFT|NFST|NFT|Norfolk Island Standard Time|Norfolk Island Daylight Time|Norfolk Island Time|Pacific/Norfolk:96
NCT|NCST|NCT|New Caledonia Standard Time|New Caledonia Summer Time|New Caledonia Time|Pacific/Noumea:97
PWT|PWST|PWT|Palau Time|Palau Summer Time|Palau Time|Pacific/Palau:98
PST|PDT|PT|Pitcairn Time|Pitcairn Daylight Time|Pitcairn Time|Pacific/Pitcairn:99
PONT|PONST|PONT|Ponape Time|Pohnpei Summer Time|Ponape Time|Pacific/Pohnpei:8x Pacific/Ponape:8x
PGT|PGST|PGT|Papua New Guinea Time|Papua New Guinea Summer Time|Papua New Guinea Time|Pacific/Port_Moresby:4z
CKT|CKHST|CKT|Cook Islands Standard Time|Cook Islands Half Summer Time|Cook Islands Time|Pacific/Rarotonga:9a
TAHT|TAHST|TAHT|Tahiti Time|Tahiti Summer Time|Tahiti Time|Pacific/Tahiti:9b
GILT|GILST|GILT|Gilbert Islands Time|Gilbert Is. Summer Time|Gilbert Is. Time|Pacific/Tarawa:8n
TOT|TOST|TOT|Tonga Standard Time|Tonga Summer Time|Tonga Time|Pacific/Tongatapu:9c
WAKT|WAKST|WAKT|Wake Island Time|Wake Summer Time|Wake Time|Pacific/Wake:8n
WFT|WFST|WFT|Wallis & Futuna Time|Wallis & Futuna Summer Time|Wallis & Futuna Time|Pacific/Wallis:8n
AST|ADT|AT|Atlantic Standard Time|Atlantic Daylight Time|Atlantic Time|SystemV/AST4:4g
CST|CDT|CT|Central Standard Time|Central Daylight Time|Central Time|SystemV/CST6:3j
EST|EDT|ET|Eastern Standard Time|Eastern Daylight Time|Eastern Time|SystemV/EST5:43
HST|HDT|HST|Hawaii-Aleutian Standard Time|Hawaii-Aleutian Daylight Time|Hawaii-Aleutian Time|SystemV/HST10:7q
MST|MDT|MT|Mountain Standard Time|Mountain Daylight Time|Mountain Time|SystemV/MST7:34
PST|PST|PST|Pitcairn Time|Pitcairn Time|Pitcairn Time|SystemV/PST8:49
AKST|AKST|AKST|Gambier Time|Gambier Time|Gambier Time|SystemV/YST9:1m
`;
