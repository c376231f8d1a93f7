/**
 * States, provinces and prefectures where an address needs one. Written by us; names as the country's post writes them.
 *
 * Shape: `code:name` where the code is what is printed, or only the name.
 */
const us =
  'AL:Alabama,AK:Alaska,AZ:Arizona,AR:Arkansas,CA:California,CO:Colorado,CT:Connecticut,DE:Delaware,' +
  'DC:District of Columbia,FL:Florida,GA:Georgia,HI:Hawaii,ID:Idaho,IL:Illinois,IN:Indiana,IA:Iowa,KS:Kansas,' +
  'KY:Kentucky,LA:Louisiana,ME:Maine,MD:Maryland,MA:Massachusetts,MI:Michigan,MN:Minnesota,MS:Mississippi,' +
  'MO:Missouri,MT:Montana,NE:Nebraska,NV:Nevada,NH:New Hampshire,NJ:New Jersey,NM:New Mexico,NY:New York,' +
  'NC:North Carolina,ND:North Dakota,OH:Ohio,OK:Oklahoma,OR:Oregon,PA:Pennsylvania,RI:Rhode Island,' +
  'SC:South Carolina,SD:South Dakota,TN:Tennessee,TX:Texas,UT:Utah,VT:Vermont,VA:Virginia,WA:Washington,' +
  'WV:West Virginia,WI:Wisconsin,WY:Wyoming,AA:Armed Forces Americas,AE:Armed Forces Europe,' +
  'AP:Armed Forces Pacific,AS:American Samoa,FM:Micronesia,GU:Guam,MH:Marshall Islands,' +
  'MP:Northern Mariana Islands,PR:Puerto Rico,PW:Palau,VI:Virgin Islands';

const ca =
  'AB:Alberta,BC:British Columbia,MB:Manitoba,NB:New Brunswick,NL:Newfoundland and Labrador,' +
  'NT:Northwest Territories,NS:Nova Scotia,NU:Nunavut,ON:Ontario,PE:Prince Edward Island,QC:Quebec,' +
  'SK:Saskatchewan,YT:Yukon';

const au =
  'ACT:Australian Capital Territory,NSW:New South Wales,NT:Northern Territory,QLD:Queensland,SA:South Australia,' +
  'TAS:Tasmania,VIC:Victoria,WA:Western Australia';

const br =
  'AC:Acre,AL:Alagoas,AP:Amapá,AM:Amazonas,BA:Bahia,CE:Ceará,DF:Distrito Federal,ES:Espírito Santo,GO:Goiás,' +
  'MA:Maranhão,MT:Mato Grosso,MS:Mato Grosso do Sul,MG:Minas Gerais,PA:Pará,PB:Paraíba,PR:Paraná,PE:Pernambuco,' +
  'PI:Piauí,RJ:Rio de Janeiro,RN:Rio Grande do Norte,RS:Rio Grande do Sul,RO:Rondônia,RR:Roraima,' +
  'SC:Santa Catarina,SP:São Paulo,SE:Sergipe,TO:Tocantins';

const it =
  'AG:Agrigento,AL:Alessandria,AN:Ancona,AO:Aosta,AR:Arezzo,AP:Ascoli Piceno,AT:Asti,AV:Avellino,BA:Bari,' +
  'BT:Barletta-Andria-Trani,BL:Belluno,BN:Benevento,BG:Bergamo,BI:Biella,BO:Bologna,BZ:Bolzano,BS:Brescia,' +
  'BR:Brindisi,CA:Cagliari,CL:Caltanissetta,CB:Campobasso,CI:Carbonia-Iglesias,CE:Caserta,CT:Catania,CZ:Catanzaro,' +
  'CH:Chieti,CO:Como,CS:Cosenza,CR:Cremona,KR:Crotone,CN:Cuneo,EN:Enna,FM:Fermo,FE:Ferrara,FI:Firenze,FG:Foggia,' +
  'FC:Forlì-Cesena,FR:Frosinone,GE:Genova,GO:Gorizia,GR:Grosseto,IM:Imperia,IS:Isernia,AQ:L’Aquila,SP:La Spezia,' +
  'LT:Latina,LE:Lecce,LC:Lecco,LI:Livorno,LO:Lodi,LU:Lucca,MC:Macerata,MN:Mantova,MS:Massa-Carrara,MT:Matera,' +
  'VS:Medio Campidano,ME:Messina,MI:Milano,MO:Modena,MB:Monza e Brianza,NA:Napoli,NO:Novara,NU:Nuoro,OG:Ogliastra,' +
  'OT:Olbia-Tempio,OR:Oristano,PD:Padova,PA:Palermo,PR:Parma,PV:Pavia,PG:Perugia,PU:Pesaro e Urbino,PE:Pescara,' +
  'PC:Piacenza,PI:Pisa,PT:Pistoia,PN:Pordenone,PZ:Potenza,PO:Prato,RG:Ragusa,RA:Ravenna,RC:Reggio Calabria,' +
  'RE:Reggio Emilia,RI:Rieti,RN:Rimini,RM:Roma,RO:Rovigo,SA:Salerno,SS:Sassari,SV:Savona,SI:Siena,SR:Siracusa,' +
  'SO:Sondrio,SU:Sud Sardegna,TA:Taranto,TE:Teramo,TR:Terni,TO:Torino,TP:Trapani,TN:Trento,TV:Treviso,TS:Trieste,' +
  'UD:Udine,VA:Varese,VE:Venezia,VB:Verbano-Cusio-Ossola,VC:Vercelli,VR:Verona,VV:Vibo Valentia,VI:Vicenza,VT:Viterbo';

/** In the order of the first two digits of the postcode, 01 to 52. */
export const spanishProvinces =
  'Álava,Albacete,Alicante,Almería,Ávila,Badajoz,Baleares,Barcelona,Burgos,Cáceres,Cádiz,Castellón,Ciudad Real,' +
  'Córdoba,A Coruña,Cuenca,Girona,Granada,Guadalajara,Guipúzcoa,Huelva,Huesca,Jaén,León,Lleida,La Rioja,Lugo,Madrid,' +
  'Málaga,Murcia,Navarra,Ourense,Asturias,Palencia,Las Palmas,Pontevedra,Salamanca,Santa Cruz de Tenerife,Cantabria,' +
  'Segovia,Sevilla,Soria,Tarragona,Teruel,Toledo,Valencia,Valladolid,Vizcaya,Zamora,Zaragoza,Ceuta,Melilla';

const mx =
  'AGS:Aguascalientes,BC:Baja California,BCS:Baja California Sur,CAMP:Campeche,CHIS:Chiapas,CHIH:Chihuahua,' +
  'CDMX:Ciudad de México,COAH:Coahuila,COL:Colima,DGO:Durango,MEX:Estado de México,GTO:Guanajuato,GRO:Guerrero,' +
  'HGO:Hidalgo,JAL:Jalisco,MICH:Michoacán,MOR:Morelos,NAY:Nayarit,NL:Nuevo León,OAX:Oaxaca,PUE:Puebla,QRO:Querétaro,' +
  'QROO:Quintana Roo,SLP:San Luis Potosí,SIN:Sinaloa,SON:Sonora,TAB:Tabasco,TAMPS:Tamaulipas,TLAX:Tlaxcala,' +
  'VER:Veracruz,YUC:Yucatán,ZAC:Zacatecas';

const india =
  'Andaman and Nicobar Islands,Andhra Pradesh,Arunachal Pradesh,Assam,Bihar,Chandigarh,Chhattisgarh,' +
  'Dadra and Nagar Haveli and Daman and Diu,Delhi,Goa,Gujarat,Haryana,Himachal Pradesh,Jammu and Kashmir,Jharkhand,' +
  'Karnataka,Kerala,Ladakh,Lakshadweep,Madhya Pradesh,Maharashtra,Manipur,Meghalaya,Mizoram,Nagaland,Odisha,' +
  'Puducherry,Punjab,Rajasthan,Sikkim,Tamil Nadu,Telangana,Tripura,Uttar Pradesh,Uttarakhand,West Bengal';

const japan =
  'Hokkaido,Aomori,Iwate,Miyagi,Akita,Yamagata,Fukushima,Ibaraki,Tochigi,Gunma,Saitama,Chiba,Tokyo,Kanagawa,Niigata,' +
  'Toyama,Ishikawa,Fukui,Yamanashi,Nagano,Gifu,Shizuoka,Aichi,Mie,Shiga,Kyoto,Osaka,Hyogo,Nara,Wakayama,Tottori,' +
  'Shimane,Okayama,Hiroshima,Yamaguchi,Tokushima,Kagawa,Ehime,Kochi,Fukuoka,Saga,Nagasaki,Kumamoto,Oita,Miyazaki,' +
  'Kagoshima,Okinawa';

const emirates = 'Abu Dhabi,Ajman,Dubai,Fujairah,Ras Al Khaimah,Sharjah,Umm Al Quwain';

export interface Region {
  /** What an address stores and prints. */
  readonly value: string;
  readonly label: string;
}

const read = (list: string): Region[] =>
  list.split(',').map((entry) => {
    const [value = '', label = value] = entry.split(':');
    return { value, label };
  });

/** Lists of regions, for countries where they are closed lists. */
export const regions: ReadonlyMap<string, readonly Region[]> = new Map(
  Object.entries({ US: us, CA: ca, AU: au, BR: br, IT: it, ES: spanishProvinces, MX: mx, AE: emirates }).map(
    ([country, list]) => [country, read(list)] as const,
  ),
);

/** Lists that help while typing; other spellings and scripts are as good. */
export const suggestedRegions: ReadonlyMap<string, readonly Region[]> = new Map(
  Object.entries({ IN: india, JP: japan }).map(([country, list]) => [country, read(list)] as const),
);

/** Where a parcel needs the region. */
export const regionRequired: ReadonlySet<string> = new Set(
  'AD AE AS AU BR CA CN ES FM GU HK HN IN IQ IT JM JP KN KR KY MH MP MX NR PF PG PW SO SV TW UM US VE VI'.split(
    ' ',
  ),
);
