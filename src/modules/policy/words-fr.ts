import type { PolicyWords } from './words.ts';

export const fr: PolicyWords = {
  title: 'Politique de confidentialité',
  updated: 'Dernière mise à jour : {date} (version {version})',
  draft: 'Pas encore publiée : voici ce qui serait publié maintenant.',
  documents: {
    customer: 'aux visiteurs et aux clients',
    'account holder': 'aux titulaires d’un compte',
    vendor: 'aux vendeurs',
    staff: 'au personnel',
  },
  sections: {
    summary: 'En bref',
    controller: 'Qui est responsable',
    uses: 'Ce que nous détenons sur vous, pourquoi et combien de temps',
    bases: 'Sur quelle base légale',
    recipients: 'Qui les reçoit',
    browser: 'Ce qui est enregistré dans votre navigateur',
    stays: 'Combien de temps nous conservons les données',
    protection: 'Comment nous les protégeons',
    choices: 'Ce que vous décidez',
    rights: 'Ce que vous pouvez demander',
    children: 'Âge',
    changes: 'Quand cette politique change',
    contact: 'Comment nous joindre',
    fields: 'Chaque champ, et pourquoi il est nécessaire',
  },
  categories: {
    'identity.name': 'Nom',
    'identity.company': 'Société',
    'identity.taxId': 'Numéro fiscal',
    'contact.email': 'Adresse e-mail',
    'contact.phone': 'Numéro de téléphone',
    'contact.address': 'Adresse postale',
    'account.credential': 'Preuve de votre connexion, sous forme d’empreinte',
    'account.role': 'Votre rôle chez nous',
    'tech.ip': 'Adresse réseau',
    'tech.device': 'Navigateur et type d’appareil',
    'content.freetext': 'Notes écrites par vous ou par notre personnel',
    'content.message': 'Messages échangés entre vous et nous',
    'order.reference': 'Références des commandes et des colis',
    'file.upload': 'Fichiers que vous nous avez remis',
    'verification.document': 'Documents qui prouvent votre identité',
    'payment.token': 'Référence d’un paiement chez le prestataire de paiement',
  },
  purposes: {
    browse: 'présenter la boutique et garder votre panier',
    checkout: 'prendre votre commande',
    fulfil: 'préparer, expédier et suivre votre commande',
    support: 'répondre à vos questions',
    notify: 'vous envoyer les e-mails liés à une commande ou à un compte',
    account: 'vous connecter et tenir votre compte',
    pay: 'encaisser et rembourser',
    bookkeeping: 'tenir les factures et les comptes comme la loi l’exige',
    security: 'protéger les comptes et la boutique contre les abus',
    administer: 'permettre à notre personnel de travailler dans la boutique',
    rights: 'répondre aux demandes relatives aux données personnelles',
    suppress: 'retenir à qui il ne faut pas écrire ou qui ne doit pas revenir',
    disclose: 'répondre aux demandes légitimes des autorités',
    verify: 'vérifier l’identité d’un vendeur',
    improve: 'améliorer la boutique à l’aide de comptages qui n’identifient personne',
    insight: 'montrer à un commerçant comment vendent ses canaux',
    marketing: 'envoyer des nouvelles et des offres',
    analytics: 'voir comment vous utilisez la boutique',
    personalise: 'choisir ce qui vous est montré',
    advertise: 'montrer des publicités qui vous correspondent',
  },
  bases: {
    contract: 'le contrat conclu avec vous, art. 6, § 1, b) du RGPD',
    'legal obligation': 'une obligation légale, art. 6, § 1, c) du RGPD',
    'legitimate interest': 'notre intérêt légitime, art. 6, § 1, f) du RGPD',
    consent: 'votre consentement, art. 6, § 1, a) du RGPD',
  },
  sources: {
    person: 'vous nous l’avez donnée',
    observed: 'elle est née de votre usage de la boutique',
    staff: 'notre personnel l’a notée',
    channel: 'un canal de vente du commerçant l’a transmise',
    accounting: 'un logiciel comptable du commerçant l’a transmise',
    public: 'elle était accessible au public',
  },
  stays: {
    account: 'tant que votre compte existe',
    order: 'jusqu’à la fin du temps des questions sur la commande',
    bookkeeping: 'aussi longtemps que le droit fiscal l’exige',
    session: 'jusqu’à la fin de la connexion',
    cart: 'tant que le panier sert',
    'security-log': 'tant que la sécurité l’exige',
    mail: 'tant que l’e-mail peut encore servir',
    employment: 'tant que vous travaillez ici',
    import: 'tant que dure l’importation',
    idempotency: 'tant que la même demande peut arriver deux fois',
    visit: 'tant que l’on compte les visites du jour',
    'consent-proof': 'aussi longtemps que nous pouvons avoir à prouver votre choix',
    request: 'aussi longtemps que nous pouvons avoir à prouver la réponse à votre demande',
    suppression: 'aussi longtemps que dure votre souhait',
  },
  mechanisms: {
    'inside the EEA': 'Les données restent dans l’Espace économique européen.',
    adequacy: 'La Commission européenne a jugé adéquate la protection dans ce pays (art. 45 du RGPD).',
    scc: 'Le transfert repose sur des clauses contractuelles types et sur une évaluation de ce pays (art. 46 du RGPD).',
    none: 'Le commerçant qui a connecté ce service décide du lieu et répond du transfert.',
  },
  processorRoles: {
    mail: 'distribue les e-mails',
    payment: 'traite les paiements',
    shipping: 'transporte les colis',
    tracking: 'suit les colis',
    channel: 'canal de vente',
    accounting: 'comptabilité',
    hosting: 'exploite nos machines',
    'tax check': 'vérifie les numéros fiscaux',
    pictures: 'fournit des images',
    analytics: 'statistiques',
    advertising: 'publicité',
    partner: 'partenaire',
    sale: 'acheteur de données',
  },
  cookieCategories: {
    essential: 'indispensable',
    performance: 'statistiques, avec votre consentement',
    functionality: 'confort, avec votre consentement',
    targeting: 'publicité, avec votre consentement',
  },
  browserKinds: {
    cookie: 'cookie',
    'local-storage': 'stockage local',
    'session-storage': 'stockage de session',
    script: 'script',
  },
  roles: {
    visitor: 'visiter la boutique',
    buyer: 'acheter',
    seller: 'vendre',
    'business user': 'utiliser un compte professionnel',
    staff: 'travailler ici',
  },
  regions: {
    'eea-strict': 'Les données personnelles ne sont pas transférées hors de l’Espace économique européen.',
    'eea-plus-merchant-directed':
      'Les données personnelles ne sont pas transférées hors de l’Espace économique européen, sauf vers les services que vous connectez vous-même.',
    'global-scc':
      'Les données personnelles ne quittent l’Espace économique européen que si une base légale du transfert est indiquée ici.',
  },
  statistics: {
    off: 'Nous ne tenons aucune statistique des visites.',
    aggregate: 'Nous comptons les visites d’une manière qui n’identifie personne.',
    consented:
      'Nous ne regardons comment une personne parcourt la boutique qu’avec son consentement ; sans lui, une visite n’entre que dans des comptages qui n’identifient personne.',
    'consented and aggregate':
      'Nous comptons les visites d’une manière qui n’identifie personne, et ne regardons comment une personne utilise la boutique qu’avec son consentement.',
  },
  advertising: {
    off: 'Aucune publicité ne vous suit.',
    consent: 'La publicité qui vous correspond reste désactivée tant que vous ne l’autorisez pas.',
  },
  ownMarketing: {
    off: 'Nous n’envoyons pas d’e-mails publicitaires.',
    'soft opt-in':
      'Nous pouvons écrire à nos clients au sujet de produits similaires de notre boutique ; chaque e-mail indique comment y mettre fin.',
    consent: 'Nous n’envoyons des nouvelles et des offres qu’aux personnes qui ont accepté.',
  },
  importedMarketing: {
    off: 'Les adresses que la personne ne nous a pas données ne servent pas à la publicité.',
    never:
      'Les données de clients transmises par un canal de vente ou un logiciel comptable ne peuvent jamais servir à notre publicité.',
  },
  channels: {
    post: 'ici sur le site',
    banner: 'par un avis sur chaque page',
    'in-app': 'dans votre compte',
    'e-mail': 'par e-mail',
  },
  doors: {
    'privacy centre': 'dans l’espace vie privée',
    account: 'dans votre compte',
    'e-mail': 'par e-mail',
    staff: 'auprès de notre personnel',
  },
  erasures: {
    'delete-row': 'supprimé',
    'shred-and-clear': 'rendu illisible, puis vidé',
    'retain-until-law-ends': 'conservé à part jusqu’à ce que la loi permette de le supprimer',
  },
  units: {
    years: ['an', 'ans'],
    months: ['mois', 'mois'],
    days: ['jour', 'jours'],
    hours: ['heure', 'heures'],
    minutes: ['minute', 'minutes'],
    seconds: ['seconde', 'secondes'],
  },
  and: 'et',
  us: 'nous',
  untilClosed: 'jusqu’à la fermeture du navigateur',
  tenantChooses: 'un lieu choisi par le commerçant',
  anyAuthority: 'l’autorité de protection des données de votre lieu de résidence',
  columns: {
    name: 'Nom',
    kind: 'Type',
    category: 'Catégorie',
    setBy: 'Déposé par',
    says: 'Finalité',
    lasts: 'Durée',
    field: 'Champ',
    because: 'Raison',
    erasure: 'Si vous demandez l’effacement',
  },
  lines: {
    name: 'Responsable : {name}',
    address: 'Adresse : {address}',
    country: 'Pays : {country}',
    email: 'E-mail : {email}',
    phone: 'Téléphone : {phone}',
    vatId: 'Numéro de TVA : {vatId}',
    registration: 'Registre : {registration}',
    use: '{category} : {source}. Nous avons besoin de cette donnée pour {purposes}. Nous la conservons {stay}.',
    basis: 'Pour {purpose}, nous nous fondons sur {basis}.',
    recipient: '{company} ({role}, {country}) reçoit : {categories}. C’est pour {purposes}. {mechanism}',
    browserItem: '{name} ({kind}, {category}, déposé par {setBy}) reste {lifetime}.',
    stayPromise: 'Ce que nous conservons {stay} disparaît au plus tard {span} après.',
    stayLaw:
      'De ce que nous conservons {stay}, la loi nous oblige à garder une partie pendant {span} ({cites}).',
    age: 'Pour {role}, vous devez avoir au moins {age} ans.',
    ageByLaw: 'Pour {role}, vous devez avoir l’âge exigé par la loi de votre pays.',
    region: '{region}',
    statistics: '{statistics}',
    advertising: '{advertising}',
    ownMarketing: '{ownMarketing}',
    importedMarketing: '{importedMarketing}',
    noticeOfMaterial: 'Lorsqu’un changement est important pour vous, nous vous en informons {channels}.',
    noticeOfEvery: 'Chaque fois que cette politique change, nous vous en informons {channels}.',
    deadline:
      'Nous répondons dans un délai de {deadline} ; si cela ne suffit pas, nous vous disons pourquoi dans ce délai et prenons au plus {extension} de plus.',
    coolingOff: 'Un effacement attend {coolingOff}, pendant lesquelles vous pouvez y renoncer.',
    askAgain: 'Si vous refusez quelque chose, nous ne vous le demandons plus pendant {askAgain}.',
    doors: 'Vous pouvez faire votre demande {doors}.',
  },
  sentences: {
    scope: 'Ce texte s’adresse {document}.',
    printed:
      'Il est imprimé à partir du registre des données que le logiciel détient réellement ; si le registre change, ce texte change ou est signalé comme dépassé.',
    kinds: 'Nous détenons {count} sortes de données sur vous ; toutes figurent ci-dessous avec leur raison.',
    receivers: 'Ces sociétés en reçoivent une partie : {companies}.',
    noReceivers: 'Aucune autre société n’en reçoit.',
    consentCookies: 'Avant votre accord, seul l’indispensable est enregistré dans votre navigateur.',
    noConsentCookies:
      'Seul ce dont la boutique ne peut se passer est enregistré dans votre navigateur ; personne n’a donc à vous le demander.',
    necessary:
      'Nous ne recueillons que ce qui est nécessaire à ce que vous nous demandez ; la raison de chaque champ figure à la fin de ce texte.',
    pseudonyms:
      'Il existe en outre des enregistrements qui ne vous désignent que par un nombre aléatoire : vos commandes, vos choix, et qui a lu vos données.',
    collection:
      'Nous recevons des données de vous lorsque vous remplissez un formulaire, ouvrez un compte ou achetez.',
    otherSources: 'Lorsque des données sur vous viennent d’un tiers, nous vous le disons dans le mois.',
    channelData:
      'Des clients des canaux de vente connectés, nous ne reprenons que le nom, l’adresse e-mail, l’adresse de livraison et le numéro de téléphone.',
    cardsElsewhere:
      'Les données de carte et de banque sont saisies chez le prestataire de paiement ; nous n’enregistrons jamais de numéro de carte.',
    neverSold: 'Nous ne vendons pas de données personnelles.',
    boundProcessors:
      'Chaque société qui travaille pour nous est liée par contrat aux finalités indiquées ici, et notre logiciel ne lui envoie aucun autre champ.',
    legalRequests:
      'Nous ne communiquons des données aux autorités, ou pour protéger des droits et la sécurité, que pour un motif écrit approuvé par une seconde personne, et nous en gardons la trace.',
    businessTransfer:
      'Si l’entreprise passe à quelqu’un d’autre, vous en êtes informé avant que vos données ne suivent et pouvez vous y opposer.',
    transferBasis:
      'Pour chaque pays hors de l’Espace économique européen, la base du transfert est indiquée à côté de la société.',
    regionCheck:
      'Le lieu où travaillent nos sous-traitants est vérifié régulièrement, et ce qui ne convient plus est fermé.',
    processorReview:
      'Chaque sous-traitant est réexaminé à une date fixée ; si l’examen est en retard, il ne reçoit plus rien.',
    thirdPartyPurposes:
      'D’autres sociétés ne reçoivent des données que pour exécuter votre demande, pour vous y donner accès, ou parce que la loi l’exige.',
    staysEnd:
      'Lorsque la raison disparaît, ce qui reste est supprimé ; ce que la loi nous oblige à garder est mis sous clé jusqu’à sa date.',
    everythingGone: '{span} après la fin de votre compte, tout ce qu’aucune loi ne retient est supprimé.',
    remainder:
      'Ce qu’une loi retient est conservé à part, ne sert à rien d’autre et disparaît dès que la loi le permet.',
    noAbsolutes:
      'Aucune protection n’est sans faille : nous disons ce que nous faisons, et non que rien ne peut arriver.',
    sealed: 'Ce qui parle de vous est enregistré chiffré, avec des clés qui n’appartiennent qu’à vous.',
    transit: 'Entre vous et nous, les données voyagent chiffrées.',
    staffAccess:
      'Seul le personnel qui en a besoin pour son travail voit vos données, et chaque lecture est consignée avec son motif.',
    integrity: 'Le journal de ce qui a été lu et modifié ne peut être altéré sans que cela se remarque.',
    audits: 'Notre sécurité est auditée à dates fixes, et les constats sont conservés.',
    training:
      'Le personnel qui peut voir des données personnelles est formé et tenu à la confidentialité ; quand cela expire, son accès expire aussi.',
    incidents:
      'Si des données tombent en de mauvaises mains, nous le disons aux personnes concernées, et leur disons que faire.',
    restores:
      'Les sauvegardes sont chiffrées et leur restauration est essayée régulièrement ; elle ne fait revenir aucune personne effacée.',
    vulnerabilities:
      'Nous recherchons les faiblesses connues de ce que nous exploitons, et les corrigeons selon leur gravité.',
    passwords:
      'Choisissez pour votre compte un mot de passe fort et unique ; ceux que l’on sait divulgués sont refusés.',
    browserChoice:
      'Vous pouvez aussi refuser ou supprimer tout cela dans votre navigateur ; la boutique fonctionne sans.',
    globalPrivacyControl: 'Si votre navigateur envoie le signal Global Privacy Control, nous le respectons.',
    statisticsApart:
      'Les statistiques sont séparées de tout ce que vous nous dites, et aucun numéro ne relie les deux.',
    securityLog:
      'Les adresses réseau ne sont conservées que pour la sécurité, à part du reste, et peu de temps.',
    stopMarketing:
      'Vous pouvez arrêter les nouvelles et les offres à tout moment : par le lien de chaque e-mail, dans l’espace vie privée, ou en nous écrivant.',
    stopLists:
      'Si vous ne voulez être ni appelé, ni joint par fax, ni par courrier, nous vous rayons de la liste de ce canal.',
    serviceMails:
      'Les e-mails liés à votre commande ou à votre compte continuent d’arriver ; ils ne contiennent pas de publicité.',
    noBundle: 'Utiliser la boutique ou ouvrir un compte ne vaut consentement à rien.',
    access: 'Vous pouvez voir ce que nous détenons sur vous et en obtenir une copie.',
    correction: 'Vous pouvez le corriger ; ceux qui l’ont reçu en sont informés.',
    erasure:
      'Vous pouvez le faire effacer. Ce qu’une loi nous oblige à garder vous est indiqué, avec la raison et la date à laquelle cela disparaît.',
    portability: 'Vous pouvez l’emporter sous une forme lisible par une machine.',
    objection: 'Vous pouvez limiter ce que nous en faisons, ou vous y opposer.',
    withdrawal: 'Vous pouvez retirer chaque consentement aussi facilement que vous l’avez donné.',
    humanReview:
      'Si une machine a décidé contre vous, vous pouvez demander qu’un être humain examine la décision.',
    complaint: 'Vous pouvez vous plaindre auprès de l’autorité suivante : {authority}.',
    minors:
      'Nous ne conservons pas sciemment de données de personnes plus jeunes ; si nous l’apprenons, nous les supprimons aussitôt.',
    versions: 'Chaque version reste ici à sa propre adresse, avec sa date et ce qu’elle a changé.',
    newPurposes:
      'Un nouvel usage qui demande votre consentement reste désactivé tant que vous ne le donnez pas.',
    questions:
      'Les questions sur cette politique et sur vos données nous parviennent à {email} ; chacune reçoit une réponse.',
    urgent: 'Si l’objet contient URGENT, une personne est appelée à toute heure.',
    vendors: 'Il existe une politique propre aux vendeurs.',
    secondChannel:
      'Nous vous écrivons par e-mail ; d’autres voies ne servent que si un e-mail ne vous parvient pas.',
    links: 'Vous pouvez aussi refuser la publicité ici : {link}.',
    partners:
      'Si vous êtes venu par un partenaire, votre commande nous dit lequel, afin qu’il soit payé ; il n’apprend pas qui vous êtes.',
  },
  changes: {
    categoryAdded: 'Nous détenons maintenant aussi cette sorte de données : {what}.',
    categoryRemoved: 'Nous ne détenons plus cette sorte de données : {what}.',
    purposeAdded: 'Nous utilisons maintenant aussi des données pour {what}.',
    purposeRemoved: 'Nous n’utilisons plus de données pour {what}.',
    recipientAdded: 'Une société reçoit désormais des données : {what}.',
    recipientRemoved: 'Une société ne reçoit plus de données : {what}.',
    recipientWidened: 'Une société reçoit désormais plus, ou pour plus de raisons : {what}.',
    recipientNarrowed: 'Une société reçoit désormais moins, ou pour moins de raisons : {what}.',
    countryAdded: 'Des données vont désormais aussi dans ce pays : {what}.',
    countryRemoved: 'Des données ne vont plus dans ce pays : {what}.',
    longerStay: 'Quelque chose est désormais conservé plus longtemps : {what}.',
    shorterStay: 'Quelque chose est désormais conservé moins longtemps : {what}.',
    browserAdded: 'Quelque chose de nouveau peut être enregistré dans votre navigateur : {what}.',
    browserRemoved: 'Quelque chose n’est plus enregistré dans votre navigateur : {what}.',
    promiseLoosened: 'Nous promettons désormais moins : {what}',
    promiseTightened: 'Nous promettons désormais plus : {what}',
    controllerChanged: 'Ce que nous disons du responsable a changé : {what}.',
    fieldAdded: 'Il y a un nouveau champ pour une sorte de données que nous détenions déjà : {what}.',
    fieldRemoved: 'Un champ n’existe plus : {what}.',
  },
  means: {
    categoryAdded: 'Vous pouvez en voir, en corriger et en faire effacer davantage dans l’espace vie privée.',
    categoryRemoved: 'Ce que nous en avions est supprimé ou en cours de suppression.',
    purposeAdded:
      'Si votre consentement est nécessaire, cela reste désactivé jusqu’à votre accord ; sinon vous pouvez vous y opposer.',
    purposeRemoved: 'Vos données ne servent plus à cela.',
    recipientAdded: 'Une copie de vos données montre si elle en a reçu de vous.',
    recipientRemoved:
      'Ce qu’elle avait reçu, nous lui demandons de l’effacer quand vous demandez l’effacement.',
    recipientWidened: 'Une copie de vos données montre ce qu’elle a reçu de vous.',
    recipientNarrowed: 'Moins de données quittent notre maison.',
    countryAdded: 'La base du transfert est indiquée à côté de la société.',
    countryRemoved: 'Moins de données quittent notre maison.',
    longerStay: 'À votre demande, c’est effacé plus tôt si aucune loi ne le retient.',
    shorterStay: 'Cela disparaît plus tôt, sans que vous ayez rien à faire.',
    browserAdded: 'Si ce n’est pas indispensable, cela attend votre consentement.',
    browserRemoved: 'Ce que votre navigateur en garde expire.',
    promiseLoosened: 'Vous pouvez vous y opposer ou mettre fin à votre compte.',
    promiseTightened: 'Vous n’avez rien à faire.',
    controllerChanged: 'Vos droits restent les mêmes.',
    fieldAdded: 'Vous n’avez rien à faire.',
    fieldRemoved: 'Vous n’avez rien à faire.',
  },
};
