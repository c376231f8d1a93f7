/**
 * The postcodes of the world, written by us from what the postal services say.
 *
 * Source: common knowledge of postal systems, version 2026-11; tests compare it with another collection.
 * Shape: `n` is a digit, `a` a letter, `*` either; everything else stands for itself. Spaces and hyphens are how it is
 * written: what people type is compared without them.
 */
interface Postcode {
  readonly shapes: readonly string[];
  readonly example: string;
}

const usual = 'nnnnn|nnnnn-nnnn';
const british = 'an naa|ann naa|aan naa|aann naa|ana naa|aana naa';

/** `country shapes example`, one a line. */
const table = `
AC|ASCN 1ZZ|ASCN 1ZZ
AD|ADnnn|AD100
AF|nnnn|1001
AI|2640|2640
AL|nnnn|1001
AM|nnnn,37nnnn|0010
AQ|BIQQ 1ZZ|BIQQ 1ZZ
AR|nnnn,annnnaaa,annnn|C1070AAM
AS|96799,96799-nnnn|96799
AT|nnnn|1010
AU|nnnn|2060
AX|22nnn|22150
AZ|nnnn|1000
BA|nnnnn|71000
BB|BBnnnnn|BB23026
BD|nnnn|1340
BE|nnnn|1000
BG|nnnn|1000
BH|nnn,nnnn|317
BL|971nn|97133
BM|aa nn,aa aa|FL 07
BN|aannnn|BT2328
BR|nnnnn-nnn|40301-110
BT|nnnnn|11001
BY|nnnnnn|223016
CA|ana nan|H3Z 2Y7
CC|6799|6799
CH|nnnn|8001
CL|nnnnnnn|8340457
CN|nnnnnn|100027
CO|nnnnnn|111221
CR|nnnnn,nnnn,nnn-nnnn|10101
CU|nnnnn|10700
CV|nnnn|7600
CX|6798|6798
CY|nnnn|2008
CZ|nnn nn|100 00
DE|nnnnn|10115
DK|nnnn|8660
DO|nnnnn|11903
DZ|nnnnn|40304
EC|nnnnnn,annnna|090105
EE|nnnnn|69501
EG|nnnnn,nnnnnnn|11511
EH|nnnnn|70000
ES|nnnnn|28039
ET|nnnn|1000
FI|nnnnn|00550
FK|FIQQ 1ZZ|FIQQ 1ZZ
FM|${usual.replaceAll('|', ',').replaceAll('nnnnn', '969nn')}|96941
FO|nnn|100
FR|nnnnn|75002
GB|${british.replaceAll('|', ',')},GIR 0AA,BFPO n,BFPO nn,BFPO nnn,BFPO nnnn|SW1A 1AA
GE|nnnn|0101
GF|973nn|97300
GG|GYn naa,GYnn naa|GY1 1AA
GI|GX11 1AA|GX11 1AA
GL|39nn,nnnn|3900
GN|nnn|001
GP|971nn|97100
GR|nnn nn|151 24
GS|SIQQ 1ZZ|SIQQ 1ZZ
GT|nnnnn|09001
GU|969nn,969nn-nnnn|96910
GW|nnnn|1000
HM|7050,nnnn|7050
HN|nnnnn|31301
HR|nnnnn|10000
HT|nnnn|6120
HU|nnnn|1037
ID|nnnnn|40115
IE|ann ****,D6W ****|A65 F4E2
IL|nnnnnnn,nnnnn|9614303
IM|IMn naa,IMnn naa|IM2 1AA
IN|nnn nnn|110 034
IO|BBND 1ZZ|BBND 1ZZ
IQ|nnnnn|31001
IR|nnnnn-nnnnn|11936-12345
IS|nnn|320
IT|nnnnn|00144
JE|JEn naa,JEnn naa|JE1 1AA
JO|nnnnn|11937
JP|nnn-nnnn|154-0023
KE|nnnnn|20100
KG|nnnnnn|720001
KH|nnnnn,nnnnnn|12203
KR|nnnnn,nnn-nnn|03051
KW|nnnnn|54541
KY|KYn-nnnn|KY1-1100
KZ|nnnnnn,anna*a*|040900
LA|nnnnn|01160
LB|nnnn,nnnn nnnn|2038 3054
LI|nnnn|9496
LK|nnnnn|20000
LR|nnnn|1000
LS|nnn|100
LT|nnnnn|04340
LU|nnnn|4750
LV|LV-nnnn|LV-1073
MA|nnnnn|53000
MC|980nn|98000
MD|nnnn|2012
ME|8nnnn|81257
MF|971nn|97150
MG|nnn|501
MH|969nn,969nn-nnnn|96960
MK|nnnn|1314
MM|nnnnn,nnnnnnn|11181
MN|nnnnn,nnnnnn|65030
MP|9695n,9695n-nnnn|96950
MQ|972nn|97220
MT|aaa nnnn,aaa nn|NXR 0101
MU|nnnnn,nnnaannn|42602
MV|nnnnn|20026
MX|nnnnn|02860
MY|nnnnn|43000
MZ|nnnn|1102
NC|988nn|98814
NE|nnnn|8001
NF|2899|2899
NG|nnnnnn|930283
NI|nnnnn|52000
NL|nnnn aa|1234 AB
NO|nnnn|0025
NP|nnnnn|44601
NZ|nnnn|6001
OM|nnn|133
PE|nnnnn,LIMA n,LIMA nn,CALLAO n,CALLAO nn,CALLAO 0n|15001
PF|987nn|98709
PG|nnn|111
PH|nnnn|1008
PK|nnnnn|44000
PL|nn-nnn|00-950
PM|9nnnn|97500
PN|PCRN 1ZZ|PCRN 1ZZ
PR|00nnn,00nnn-nnnn|00930
PT|nnnn-nnn|2725-079
PW|969nn,969nn-nnnn|96940
PY|nnnn,nnnnnn|1536
RE|974nn|97400
RO|nnnnnn|060274
RS|nnnnn,nnnnnn|106314
RU|nnnnnn|247112
SA|nnnnn,nnnnn-nnnn|11564
SE|nnn nn|114 55
SG|nnnnnn|546080
SH|STHL 1ZZ|STHL 1ZZ
SI|nnnn|4000
SJ|nnnn|9170
SK|nnn nn|010 01
SM|4789n|47890
SN|nnnnn|12500
SO|aa nnnnn,nnnnn|JH 09010
SV|CP nnnn|CP 1101
SZ|annn|H100
TA|TDCU 1ZZ|TDCU 1ZZ
TC|TKCA 1ZZ|TKCA 1ZZ
TH|nnnnn|10150
TJ|nnnnnn|735450
TM|nnnnnn|744000
TN|nnnn|1002
TR|nnnnn|01960
TT|nnnnnn|120110
TW|nnn,nnnnn,nnnnnn|104
TZ|nnnnn,nnnn|11101
UA|nnnnn|15432
UM|96898|96898
US|${usual.replaceAll('|', ',')}|94043
UY|nnnnn|11600
UZ|nnnnnn|702100
VA|00120|00120
VC|VCnnnn|VC0100
VE|nnnn|1010
VG|VGnnnn|VG1150
VI|008nn,008nn-nnnn|00802
VN|nnnnn,nnnnnn|70010
WF|986nn|98600
XK|nnnnn|10000
YT|976nn|97600
ZA|nnnn|0083
ZM|nnnnn|50100`;

const parsed = table
  .trim()
  .split('\n')
  .map((line) => line.split('|'))
  .map(
    ([country = '', shapes = '', example = '']) => [country, { shapes: shapes.split(','), example }] as const,
  );

/** By country code; a country that is not here uses no postcodes. */
export const postcodes: ReadonlyMap<string, Postcode> = new Map(parsed);

/** Where parcels do not arrive without one. */
export const postcodeRequired: ReadonlySet<string> = new Set(
  (
    'AC AS AT AU AX BE BL BR BY CA CC CH CN CX CY CZ DE DK EE ES FI FK FM FO FR GB GF GG GI GL GP GR GS GU HM HR HU ' +
    'IE IM IN IO IT JE JP KR LI LT LU LV MF MH MP MQ MT MX MY NC NF NL NO NZ PF PH PL PM PN PR PT PW RE RO RS RU ' +
    'SE SG SH SI SJ SK SM SO TA TC TR TW UA UM US VA VI WF YT ZA'
  ).split(' '),
);

/** Countries and territories without postcodes (or with ones that nobody uses). */
const without =
  'AE AG AO AS AW BF BI BJ BO BQ BS BV BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN KP ' +
  'LC LY ML MO MR MS MW NA NR NU PA PS QA RW SB SC SD SL SR SS ST SX SY TD TF TG TK TL TO TV UG VU WS YE ZW';

/** Every country and territory that gets mail, by code. */
export const countryCodes: readonly string[] = [
  ...new Set([...postcodes.keys(), ...without.split(' ')]),
].toSorted();
