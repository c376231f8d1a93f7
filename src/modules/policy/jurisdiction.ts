/** Who watches over data protection in a country. Source: the authorities' own names; elsewhere the reader is told to ask at home. */
const authorities: Readonly<Record<string, string>> = {
  DK: 'Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, Danmark',
  FR: 'CNIL, 3 place de Fontenoy, 75007 Paris, France',
  GB: 'Information Commissioner’s Office, Wycliffe House, Wilmslow SK9 5AF, United Kingdom',
  IE: 'Data Protection Commission, Dublin, Ireland',
  NL: 'Autoriteit Persoonsgegevens, Den Haag, Nederland',
  AT: 'Österreichische Datenschutzbehörde, Wien, Österreich',
  ZA: 'Information Regulator (South Africa), Johannesburg, South Africa',
  NG: 'Nigeria Data Protection Commission, Abuja, Nigeria',
  MY: 'Jabatan Perlindungan Data Peribadi, Putrajaya, Malaysia',
};

/** The authority by name. Shape: undefined where several share the country, as in Germany, or where we know of none. */
export const authorityOf = (country: string): string | undefined => authorities[country];
