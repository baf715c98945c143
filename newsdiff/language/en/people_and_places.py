"""English words of which rules need many: places, portfolios, sources."""

from newsdiff.language.table import classes, words

PLACES = words(
    """afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
    bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil britain brunei bulgaria
    burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark djibouti
    dominica ecuador egypt england eritrea estonia eswatini ethiopia europe fiji finland france gabon gambia
    gaza georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india
    indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait
    kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi
    malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco
    mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau
    palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland
    senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland
    syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine
    uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe africa asia america london paris
    berlin moscow beijing washington kyiv brussels tokyo delhi parliament congress senate kremlin pentagon
    knesset bundestag cairo rome madrid vienna geneva tehran jerusalem baghdad"""
)

SHORTENED = classes(  # American states as newspapers write them behind a town, and what is cut in names of institutions
    """ala: alabama
    ariz: arizona
    ark: arkansas
    calif: california
    colo: colorado
    conn: connecticut
    del: delaware
    fla: florida
    ga: georgia
    ill: illinois
    ind: indiana
    kan: kansas
    ky: kentucky
    la: louisiana
    md: maryland
    mass: massachusetts
    mich: michigan
    minn: minnesota
    miss: mississippi
    mo: missouri
    mont: montana
    neb: nebraska
    nev: nevada
    okla: oklahoma
    ore: oregon
    pa: pennsylvania
    tenn: tennessee
    vt: vermont
    va: virginia
    wash: washington
    wis: wisconsin
    wyo: wyoming
    dept: department
    univ: university
    assn: association
    govt: government
    natl: national
    intl: international
    bros: brothers
    inc: incorporated
    ltd: limited
    co: company, county
    corp: corporation
    sec'y: secretary
    mt: mount
    ft: fort
    st: saint, street
    rd: road
    ave: avenue"""
)

SOURCES = words(
    """activist activists adviser advisers agency aide aides analyst analysts army bidder bidders brother bystander
    bystanders campaigner campaigners charity colleague colleagues commuter commuters company critics data daughter
    demonstrator demonstrators diplomat diplomats doctor doctors documents driver drivers economist economists
    elder elders employee employees expert experts family fan fans farmer farmers father firefighters firm friend
    friends government husband insider insiders interview investor investors journalist journalists judge judges
    lawyer lawyers leader leaders local locals manager managers marcher marchers memo military minister ministers
    ministry mother neighbor neighbors neighbour neighbours newspaper nurse nurses officers official officials
    onlooker onlookers organisers parent parents passenger passengers patient patients people person police poll
    prosecutor prosecutors protester protesters pupil pupils rebels regulator regulators relative relatives report
    reporter reporters reports rescuers researchers resident residents scientist scientists sister soldier soldiers
    son source sources spokesman spokesperson spokeswoman staff statement striker strikers student students study
    supporters survey survivor survivors teacher teachers tenant tenants tourist tourists trader traders transcript
    union victim villager villagers visitor visitors voter voters wife witness witnesses worker workers"""
)

INFORMANTS = words(  # they may speak before a verb of saying; elsewhere they are places and things
    """affidavit affidavits airline airlines airport ambassador analyses analysis association audit audits authorities
    authority autopsy bank banks board bosses bulletin cabinet captain census chairman church club coastguard
    coastguards commission committee complaint complaints consulate contractor coroner council councils court
    department detective detectives developer distributor document dossier email emails embassy executives eyewitness
    eyewitnesses federation figures file files filing filings findings firefighter footage forecaster forecasters
    foundation guard guards historian historians hospital hospitals importer indictment inquest inquiry institute
    investigation investigators landlord landlords lawsuit lawsuits leak leaks letter letters log logs maker makers
    manufacturer mayor media memos minutes museum navy operator opposition organiser organizer organizers owner
    owners palace papers paramedics polls pollster pollsters prison producer publisher ranger rangers records regime
    register rescuer research retailer retailers review school schools society statements statistics studies supplier
    surveys taskforce testimony tests transcripts tribunal trust unions university utility video videos warrant
    watchdog watchdogs weatherman"""
)

PORTFOLIOS = words(
    """foreign finance prime defence defense interior home health education trade justice energy environment transport
    culture labour labor economy economic agriculture treasury housing business science immigration police farming
    international operating financial technology technical marketing medical scientific legal commercial political
    regional managing executive creative artistic musical clinical communications operations investment compliance
    opposition"""
)

NAMESAKES = classes(  # other names of a place, and its people where the first four letters do not tell them
    """us: us, usa, america, american, americans
    uk: uk, britain, british, briton, britons
    france: france, french, frenchman, frenchmen, frenchwoman
    ireland: ireland, irish, irishman, irishwoman
    spain: spain, spanish, spaniard, spaniards
    wales: wales, welsh, welshman
    netherlands: netherlands, holland, dutch, dutchman
    denmark: denmark, danish, dane, danes
    finland: finland, finnish, finn, finns
    poland: poland, polish, pole, poles
    switzerland: switzerland, swiss
    philippines: philippines, filipino, filipinos, filipina, philippine
    myanmar: myanmar, burma, burmese
    turkey: turkey, turkiye, turkish, turk, turks
    kyiv: kyiv, kiev
    odesa: odesa, odessa
    czechia: czechia, czech, czechs
    ivory coast: ivorian, ivoire
    madagascar: madagascar, malagasy
    iceland: iceland, icelandic
    brittany: brittany, breton, bretons
    flanders: flanders, flemish
    venice: venice, venetian, venetians
    naples: naples, neapolitan, neapolitans
    moscow: moscow, muscovite, muscovites
    republicans: gop, republican, republicans
    democrats: democrat, democrats, democratic, dems
    tories: tory, tories, conservative, conservatives
    eu: eu, european, europe"""
)

SEATS = classes(  # capitals and palaces that stand for who governs there
    """ukraine: kyiv, kiev
    russia: moscow, kremlin
    china: beijing
    us: washington
    britain: london, whitehall
    france: paris
    germany: berlin
    spain: madrid
    italy: rome
    poland: warsaw
    hungary: budapest
    eu: brussels
    iran: tehran
    israel: jerusalem
    syria: damascus
    turkey: ankara
    egypt: cairo
    qatar: doha
    pakistan: islamabad
    india: delhi
    japan: tokyo
    taiwan: taipei
    cuba: havana
    venezuela: caracas
    australia: canberra
    canada: ottawa"""
)

MORE_PEOPLES = words(  # what WordNet lacks, or has as a place or a person as well
    """islamist islamists jihadist jihadists houthi houthis rohingya uyghur uyghurs sunni sunnis shia shias shiite
    shiites tories labourite kosovan kosovar french roma romas kazakh kazakhs tajik tajiks turkmen uzbek uzbeks baptist
    baptists mormon mormons orthodox puritan latino latinos latina hispanic black white semitic antisemitic zionist
    zionists brexiteer brexiteers"""
)

NO_NAMES = words(  # diseases, degrees, formats, zones, and what some texts write with a capital
    """saint st mount mt western northern southern eastern police vs government covid coronavirus omicron delta hiv aids
    ebola sars flu monkeypox pdf ods odt csv html html5 url kb mb gmt bst utc est pst jst cet pt et am pm ok tv id faq
    q&a rt dna rna pcr lfd mri gmo gmos gm lgbt lgbtq ai ev evs suv suvs dj djs gps ied ieds ngo ngos nft iq isbn doi
    ref phd ba ma bsc msc a&e it hr pr ceo cfo mp qc kc obe cbe mbe n/a christmas easter internet web app email"""
)
