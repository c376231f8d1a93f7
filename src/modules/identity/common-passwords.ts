/**
 * Beginnings and words that guessing starts with, in the languages of our shops and on their keyboards. Compared after
 * folding case, accents and the usual letter-for-figure swaps, with figures and signs at both ends taken off.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwort passwd pass parola motdepasse contrasena senha wachtwoord haslo kennwort geheim geheimnis secret secrets
  letmein letmeinplease openup opensesame sesam sesame welcome welcomeback willkommen hallo hallohallo hello hellothere helloworld
  login logmein signin admin administrator root superuser sysadmin user username guest gast test testing tester default changeme
  changemenow changeit temporary temp demo sample example master keymaster computer internet server network desktop laptop
  qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl yxcvbnm zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abcabc aaaaaa xxxxxx iloveyou iloveu ilovemyself ichliebedich jetaime teamo
  iloveher ilovehim loveme lovely lover love liebe schatz schatzi maus mausi hase hasi engel angel angels sunshine sonnenschein
  sonne sunflower flower flowers blume rainbow regenbogen princess prinzessin prince prinz queen king dragon drache monkey affe
  tiger lion loewe bear baer wolf eagle adler falcon panther cat kitty dog doggy hund katze horse pferd chicken cheese cookie
  chocolate schokolade banana orange apple cherry pepper ginger coffee kaffee summer sommer winter spring fruehling autumn herbst
  january january february march april may june july august september october november december januar februar maerz mai juni
  juli oktober dezember monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag
  samstag sonntag football fussball soccer baseball basketball hockey tennis golf liverpool arsenal chelsea barcelona realmadrid
  bayern bayernmuenchen dortmund schalke werder superman batman spiderman ironman starwars pokemon naruto matrix gandalf
  hogwarts harrypotter minecraft fortnite michael daniel jordan jessica jennifer ashley charlie thomas andrew robert matthew
  anthony nicole hannah maria anna alexander sebastian stefan andreas michelle berlin hamburg muenchen london paris newyork
  germany deutschland england france america australia freedom freiheit peace whatever nothing trustno trustnoone mypassword
  meinpasswort thepassword yourpassword newpassword neuespasswort oldpassword shop myshop meinshop onlineshop shopping einkaufen
  shadow killer hunter ranger soldier warrior ninja samurai phoenix diamond silver golden gold money geld bitcoin business
  security sicherheit corona covid happy lucky smile forever family familie mother mutter father vater baby babygirl babyboy`.split(
    /\s+/,
  ),
);
