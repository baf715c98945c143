"""English words of which rules need many: the commonest, those that open sentences and are no names, places."""

from newsdiff.text.words.shape import words

COMMON = words(
    """a ability able about above abroad abuse academic accelerate accept acceptable accepted access accessed
    accessibility accessible accessing accidents accommodation accompanying accomplish accordance according
    account accounts accurate achieve achieved achievement achieving across action actionable actions active
    activities activity actors actual acute ad adapt adapted adapting add added adding addition additional
    additionally address addressed addresses addressing adds adequate adjust administered administrations
    admitted adopt adopted adoption adult adults advance advanced advances advantage advantages advertised
    advertising advice advise advised advising advocacy affect affected affects afford affordable after
    afterwards again against age aged agencies agenda agent ages ago agree agreed agreements agricultural ahead
    aid aim aimed aims air airline airports al alcohol alert alerts algorithm algorithms align aligned alike
    alive all allies allocated allow allowed allowing allows almost alone along alongside already also
    alternative although always am amazing ambition ambitions ambitious amid among amongst amount amounts an
    analysis analysts analytics analyze and animals anniversary announce announced announcement announcements
    announcing annual another answer answers any anymore anyone anything anytime anywhere apart app appeal
    appear appears applicants application applications applied applies apply applying appointed appointment
    appointments appreciate approach approaches appropriate approval approved apps arbitrary architecture are
    area areas aren argue argument arguments arise arm armed arms around arranged arrangements array arrival
    arrive arrived arriving art article articles artificial artists as aside ask asked asking aspect aspects
    assault assess assessed assessment assessments assets assigned assist assistance associated assume assumed
    assurance assured at atmosphere attack attacked attacks attempt attempted attempting attempts attend
    attended attention attitude attract attracted attribute attributes audience audiences audio author
    authorised authorities authors auto automation availability available average avoid avoided avoiding awarded
    aware awareness away back backed backend background backgrounds backing bad balance balanced bandwidth
    barrier barriers bars base based baseline basic basis battle be bear beautiful became because become becomes
    becoming bed been beer before began begin beginning begins begun behalf behavior behaviour behind being
    believe believed believes below benefit benefits bespoke best beta better between beyond bias bid bids big
    biggest binaries binary binding biological bird birth bit block blocked blocks blog blood blue boards bodies
    body book books boost boosting border borders born borrow both bottom bought bound brain branch brand brands
    breach break breaking brief bright brilliant bring bringing brings broad broadcast broke broken brought
    browser browsing bug bugs build building buildings builds built bunch burden bus business businesses busy
    but button buying by cache calendar call called calling calls calm came campaign can candidate candidates
    cannot capabilities capability capable capacity capital capture car carbon card cards care career careful
    carried carry carrying case cases cash casualties catch categories category caught cause caused causes
    causing caution cent central century ceremony certain chain chains challenge challenges challenging chance
    chances change changed changes changing channel channels chaos chapter character characteristics characters
    charge charges charity chat check checked checker checking checks cheese child children choice choices
    choose chose chosen circumstances cities citizens city civic civilian civilians claim claimed claiming
    claims clashes class classic classified clean clear clearer click client clients climate clinical clock
    close closed closer closing closure closures clothing cloud co code codebase codes coding cold collaborate
    collaboration collaborative colleague colleagues collect collected collecting collection collective color
    column combat combination combine combined come comes comfortable coming command comment comments commercial
    commissioned commit commitment commitments committed common communicate communication communities community
    companies company compared comparison compatibility compatible competing competition competitive compilation
    compile compiled compiler complete completed completing completion complex compliance complicated component
    components comprehensive computer computers computing concept concepts concern concerned concerning concerns
    concluded conclusion concrete concurrency concurrent condition conditions conduct conducted conducting
    conference confidence confident configuration confirm confirmation confirmed conflict conflicts confusing
    confusion connect connected connecting connection connections connectivity consent consequences consider
    considerable consideration considered considering consistent consists const constant constraints construct
    construction consular consulate consult consultation consultations consumers contact contacted contacting
    contacts contain contained containing contains contaminated content contents context contexts contingency
    continue continued continues continuing continuous contract contractors contracts contrast contribute
    contributed contributing contribution contributions contributors control controls convenience conversation
    conversations converted convince cool coordinating copies copy core corner correct corresponding corruption
    cost costs could couldn council councils count counted counter countries country couple course court courts
    cover coverage covered covering covers crack crash crate crates create created creates creating creation
    creative creators credit crew criminal criminals crisis criteria critical criticism cross crossing crowded
    crowds crucial cultural curious current currently custom customer customers customs cut cuts cutting cycle
    cyclone damage danger dangerous dark data database databases date dates daughter day days de dead deadline
    deal dealing deals dealt death deaths debate debt debug debugging decade decades decide decided decision
    decisions declared decline decrease dedicated deep deeper default defences defending define defined defining
    definition degree delay delayed delays deliberate delighted deliver delivered delivering delivery demand
    democracy demonstrate demonstrated demonstrates demonstrating demonstration demonstrations departments
    departure depend dependencies dependent depending depends deploy deployed deployment depth describe
    described describes description deserve design designated designed designers designing designs desire desk
    desktop despite destroyed detail detailed details detect detected detection determine determined determining
    dev develop developed developer developers developing development developments device devices devolved
    diagnostic diagnostics did didn die died difference differences different difficult difficulties difficulty
    diplomatic direct directed direction directions disabled disappointing disasters disclaimer discover
    discovered discovery discuss discussed discussion discussions disease diseases display displayed displaying
    displays disposal disputes disrupt disruption distance distancing distributed distribution diverse diversity
    divided do doctors document documentation documents does doesn doing dollars domain domestic don done door
    doors dose doses double doubled doubt down download downloaded downloading downloads downtown draft draw
    drawing drawn draws drink drinks drive driven driving drop dropped drug drugs dual due during duties duty
    dying dynamic each earlier earliest earthquakes ease easier easiest easing eastern easy eat economic
    economies economy ecosystem edge edit editing edition editor editors educational effect effective
    effectiveness effects efficiency efficient effort efforts eight either election elections electronic element
    elements eligible eliminate else elsewhere email emails embedded emerge emerged emergency emissions emphasis
    employed employee employees employers empower empowering empty enable enabled enables enabling encounter
    encountered encourage encouraged encourages encouraging end ended ending endless ends enforcement engage
    engaged engagement engaging engine engineer engines enhance enhanced enjoy enormous enough enquiries ensure
    ensures ensuring enter entered entering enterprise entire entries entry environments equal equality
    equipment equivalent era error errors escape essential establish established estimated etc ethnicity
    evacuation evaluate evaluation even evening event events ever every everyone everything everywhere evidence
    evil evolve evolving exact examine example examples exams excellence excellent except exception exceptional
    exchange excited excitement exciting excluding exclusive execute executed exercise exist existing exists
    exit expand expanded expanding expansion expect expectations expected expecting expense expensive experience
    experienced experiences experiencing experiment experimental experiments expert expertise experts explain
    explained explains exploration explore exploring explosive export exports expose exposed exposure express
    expressed expression expressions extend extended extending extension extensions extensive external extra
    extraordinary extreme eye eyes face faced facilitate facilities facility facing fact factor factors facts
    fail failed failing fails failure failures fair faith fall falling falls false familiar families famous
    fantastic far fast faster fastest father favor favorite fear feature featured features fee feed feedback
    feel feeling feels fees feet fell fellow felt female festive fever few fewer field fields fifth fight
    fighting figure figures file files fill filled films filters final finance financial financing find finding
    findings finds fine finish finished fire firm firms first fish fit five fix fixed fixes fixing flag flat
    flexibility flight flights flood flooding floor flow flows flu fn focus focused focusing folks follow
    followed following follows food foot footing for forced forces forecasts forefront foreign foreigners forget
    forgotten form formal format formats formed former forming forms forth forward foster found founded four
    fourth frame framework frameworks free freedom frequency frequent frequented fresh friend friends from front
    frozen fruit fuel fulfil full fun function functionality functions fund fundamental funded funding funds
    funny further future gain gained gains game gaming gaps gas gather gathered gathering gatherings gave gay
    gender general generate generated generating generation generations generic get gets getting giant girls
    give given gives giving glad glass global globe go goal goals goes going gone good goods got gotten
    governing government governments graduate granted grants grateful great greater greatest grew ground grounds
    group groups grow growing grown growth guaranteed guess guidance guide guidelines guiding habit habits had
    half hand handful handle handled handling hands happen happened happening happens happiness happy hard
    harder hardware harm has hasn have haven having hazardous he headed heads healthcare healthy hear heard
    hearing heart heavy heightened held help helped helpful helping helps her here herself hidden high higher
    highest highlight highlighted highlighting highlights highway him himself hire his historical history hit
    hold holders holding holds hole holiday holidays home homes honest hope hopes horror hospital hospitals host
    hosted hostile hosting hot hotel hotels hours houses housing how however https hubs huge human humans
    hundred hundreds husband i ice idea ideal ideas identical identification identified identifier identifies
    identify identifying identity if ignore ignored ill illegal illness illustrate image images imagine
    immediate impact impacted impacts implement implementation implementations implemented implementing
    implements implications implies import importance important imposed impossible improve improved improvement
    improvements improving in inbox incidents include included includes including inclusion inclusive income
    incorporate incorporated incorrect increase increased increases increasing incredible incremental indeed
    independence independent indicate indication indiscriminate individual individuals industry infected
    infection infections infectious influence influenced inform informal information informed infrastructure
    initial initiatives injuring injury innovations innovative innovators input inside insight insights
    inspection install installation installed instance instances instead institutions instructions insurance
    integer integral integration integrity intend intended intends intense intensive intent intention interact
    interacting interactions interactive interest interested interesting interests interface interfaces interim
    internal interpreted intervention interview interviews into introduce introduced introduces introducing
    introduction intuitive invaluable invasion invest invested investigate investigating investigation
    investigations investing investment invite invited involve involved involvement involves involving is isn
    isolate isolated isolation issue issued issues it item items iteration its itself job jobs join joined
    joining joins journalist journalists journey journeys jump just justify keen keep keeping keeps kept key
    keys kick kidnap kidnapping kids kill killed killing kind kinds kit knew know knowing knowledge known knows
    label labeled labels lack laid land landed landing landscape landslides language languages large larger
    largest last late later latest latter launch launched launches launching law laws lay layer layers layout
    lead leader leaders leadership leading leads learn learned learning least leave leaves leaving led left
    legal legislation legislative leisure length less lessons let lets letter letters letting level levels
    leverage libraries library licensed licensing lies life lifetime lifted light lighting like likelihood likes
    limit limitations limiting limits line lines link linked linking links list listed listen listening listing
    lists little live lived lives living load loaded loading loads loans local located location locations
    lockdown log logging logic longer look looked looking looks loop loops lose losing loss lost lot lots loud
    love loved low lower lowered luck lying machine machines macros made magic mail main maintain maintained
    maintaining maintenance major majority make makes making man manage managed manages managing mandatory
    manner manual manufacturers manufacturing many map mapping maps marked market marketing markets marks mass
    massive master match matches matching material materials matter matters mature maximum maybe me mean meaning
    meaningful means meant meantime meanwhile measure measurement measures meat mechanism mechanisms media
    medical medicine medium meet meeting meetings meets member members membership memory men mental mention
    mentioned mentioning mentor mere merge merged message messages metadata method methods metrics mid middle
    might migrate migration milestone military million millions mind minds minimise minimum minister ministers
    minor minority minutes mirror missed missing mission missions mitigate mitigation mixed mobile mode model
    modern modest module moment moments money monitor monitoring month months more moreover morning most mother
    motivated mouth move moved movement movements moves moving much multi multilateral multiple murder music
    must mut mutual my myself mysterious naked name named names narrative nation national nationals nationwide
    native nature navigate navigation near nearest nearly necessary need needed needing needs negative
    negotiations neither net networking networks never nevertheless new newer news next nice nicer night nine no
    nobody nodes noise non none nor normal northern not notable note noted notes nothing notice noticed
    notification notifications notified notify noting novel now number numbers numerous object objective
    objectives objects obligations observations observe observed obtain obvious occasional occur occurred occurs
    of off offer offered offering offers officers offices officials often old older on once one ones ongoing
    online only onto open opened opening opens operate operates operating operation operational operations
    operator operators opinion opinions opportunities opportunity opposed opposite opposition opt optimized
    option optional options or order ordered orders ordinary organic organisation organisations organised
    organization organizations organized origin original other others otherwise our ourselves out outbreak
    outcome outcomes outdoor outlined output outside outstanding over overall overlap own owned owner owners
    ownership pace pack package packages pages paid pain pair pandemic paper papers parallel parent parents
    parks part participants participate participating participation particular parties partners partnerships
    parts party pass passage passed passenger passengers passes passing passion passport past patch patches
    patent path patient patients pattern patterns pay paying payment payments peace peaceful peer peers
    penalties pending people per percentage perfect perform performance performed performing perhaps period
    periods permanent permission permissions permit permitted person personal personnel persons perspective
    phase phe phone photo physical pick picked picture piece pieces pile pilot place placed places plan planet
    planned planning plans plant plate platform platforms play played players playing plays please pleased
    pleasure pledge plenty plus pocket point pointed pointers points police policies policy polish political
    pollution pool poor pop popular population populations portfolio pose position positions positive positives
    possibilities possibility possible post posted posting posts potential power powered powerful powers
    practical practice practices pre precautions prefer preferred premises preparation prepare prepared
    preparing presence present presentation presented presenting press pressure pretty prevent preventing
    prevents previous priced prices pride primary principle principles print printed prior priorities priority
    prison prisoners privacy private problem problems procedures proceedings process processes processing
    produce produced produces producing product production products professional professionals profile profit
    profits programme programmes programming programs progress project projections projects promise promising
    promote promoted promoting prone proof proper properties proportion proposal proposals proposed prosperity
    protect protected protecting protection protests prototype prototypes proud prove proved provide provided
    provider providers provides providing provinces provision provisions public publication publish published
    publishing pull pulling purchase purchasing pure purpose purposes pursue pursuit push pushed pushes pushing
    put puts putting qualifications quality quarantine quarter queries query question questions queue quick
    quite race rail raise raised rallies ran range rank rapid rare rate rates rather ratio raw re reach reached
    reaches reaching read reader readers reads ready real realistic reality realize realized reason reasonable
    reasons reassuring receive received receives receiving recent recently recognise recognised recognises
    recognition recognize recommend recommendations recommended record recorded recording records recover
    recovery recruit recruitment red redesigned reduce reduced reducing reduction reductions refactoring refer
    reference referred reflect reflecting regard regarding regardless regards regime region regional regions
    register registered registration regular regulated regulations regulator regulatory related relating
    relation relationship relationships relative release released releases relevant reliable religious remain
    remainder remained remaining remains remember remind reminder reminding remote removal remove removed
    removing repair repeat repeated replace replaced replaces replacing repo report reported reporting reports
    repository represent representation representative representatives represented representing represents
    reputation request requested requests require required requirement requirements requires requiring rescue
    research researchers residence resident residents resilience resilient resistance resolution resolve
    resolved resolving resource resources respect respective respond responded respondents response responses
    responsibilities responsibility responsible responsive rest restaurants restored restricted restrictions
    result resulted resulting results retail retailers return returned returning returns revealed reveals
    revenue review reviewed reviewing reviews right rights rigorous rise risen rising risk risks roadmap roads
    robbery robust role roles roll rolled rolling rollout room root rough round route routes routine row rule
    ruled rules run running runs runtime rustc safe safeguard safer safety said sale sales same sample samples
    sat satellite satisfaction satisfied save saved saving savings saw say saying says scale scheduled scheme
    schemes school schools scientific scientists scope screen script scripts search searches searching season
    seat second secondary seconds secret section sections sector sectors secure secured security see seeing seek
    seeking seeks seem seemed seems seen sees select selected selection self sell selling send sending sense
    sensible sensitive sensitivity sent sentence separate series serious serve served server serves service
    services serving session sessions set sets setting settings settlement seven several severe sex sexual shall
    shape share shared shares sharing she shift shifted ship shipped shipping shocked shopping shops short shot
    should shouldn show showcase showcases showed showing shown shows side sides sight sign signal signals
    signature signed significant signing signs silence silent silver similar similarly simple simpler since
    single sit site sites sitting situation situations six size skill skilled skills skin sleep sleeping slides
    slots slow slowed small smaller smart smartphone smooth so social software sold solution solutions solve
    solves solving some somehow someone something sometimes somewhat somewhere son soon sooner sort sorts sought
    sound sounds source sources southern spaces span speak speakers speaking special specialist species specific
    specified specify speech speed spend spending spent spirit split spoke spoken sports spot spots spread
    spreading stability stabilization stabilized stable staff stage stages stakeholders stand standard standards
    standing start started starting starts stated statement statements static station stations stats status
    statutory stay staying stays std step stepped steps stick still stock stop stopped stopping storage stored
    stores stories storing storm storms story straight straightforward strange strategic strategies strategy
    stream street streets strength strengthen strengthened strengthening strengths stressed stretch strict
    strike strikes string strong stronger struck struct structure structured structures struggling stuck student
    students studies study stuff style sub subject subjects submission submissions submit submitted submitting
    subsequent substance substantial succeed success successes successful such sudden sufficient suggest
    suggested suggesting suggestions suggests suitable summary summer supplies support supported supporting
    supports supposed sure surface surge surprise surprised surprising surrounding surroundings surveillance
    survey surveys suspected suspended sustain sustainability sustainable sustained switch switched switching
    symptoms syntax system systems table tablet tackle tackling tag take taken takes taking talent talk talked
    talking target targeted targeting targets task tasked tasks taught tax taxes teachers teaching team teams
    tech technical technological technologies technology telephone tell telling tells temperature temperatures
    temporary ten tend tens tensions term terms terrible territory terrorist terrorists test tested testing
    tests text than thank thanks that the theft their them theme themes themselves then theory there therefore
    these they thing things think thinking third this thorough those though thought thoughtful thoughts
    thousands thread threat threatened threats three threshold thriving through throughout thus tier ties time
    times tiny title to today together told too took tool toolchain tools top topic topics total touch tough
    tour tourist tourists toward towards town towns track tracking tracks trade trading traditional traffic
    train trained training trait traits transfer transferred transform transformed transforming transiting
    transition transmission transparency transparent transport travel travelling treat treated treating
    treatment tree trend trends trial tribute trick tried tries trigger troops tropical trouble true trusted
    truth try trying turn turned turning turns tweet twenty twice two type types typical ultimate unable
    uncertainty unchanged under undergoing underlying understand understanding understood undertake undertaken
    underway unexpected unique unit units universities unknown unless unlike unlock unnecessary unprecedented
    unpredictable unsafe unstable until unusual up upcoming update updated updates updating upgrade upload upon
    urge urgent urging us usability usable usage use used useful useless user users uses using usual vaccinated
    vaccination vaccinations vaccine vaccines valid validate validation valuable value valued values variable
    variables variant variants varied variety various vary vast vehicle vehicles version versions very via
    viable vibrant victim victims video videos view viewed views vigilance vigilant violence violent viral
    virtual virus visa visible visit visited visiting visitors visits visual vital voice volcanic volcanoes
    voluntary volunteer volunteers vote votes vulnerable wait waiting walk walking wall want wanted wants warm
    warn warned warning warnings was wasn watch watched watching water waters way ways we weaknesses wealth
    weapons wear wearing weather webinar webinars website websites week weeks weight welcome welcomed well
    wellbeing went were weren western wet what whatever when whenever where whereas wherever whether which while
    whilst who whole whom whose why wide wider widespread wife wild wildlife will willing willingness win wind
    window winner winners winter wish wishing with withdraw within without witnessed witnesses woman women won
    wonder wondered wonderful word words work worked worker workers workforce working works workshops world
    worldwide worried worry worse worship worst worth would wouldn write writer writers writes writing written
    wrong wrote www year years yellow yes yesterday yet yield you younger your yours yourself youth zero zones"""
)

STOP = words(
    """the of and to in a is that for it was on are as with be by this at from have or had not but an were which their
    has been they his he she her its will would there when who all about if more we our one you your can so than then
    them these those into also after before between over under out up no what some such may should could must being do
    does did because while where how any each both other only own same through during against off again further once
    here just very too most my me him us i"""
)

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

SOURCES = words(
    """activist activists adviser advisers agency aide aides analyst analysts army brother campaigner campaigners
    charity colleague colleagues company critics data daughter diplomat diplomats doctor doctors documents
    economist economists elder elders expert experts family farmer farmers father firefighters firm friend
    friends government husband insider insiders interview lawyer lawyers leader leaders memo military ministry
    mother neighbor neighbors neighbour neighbours newspaper officers official officials organisers people
    police prosecutor prosecutors rebels relative relatives report reports rescuers researchers resident
    residents scientist scientists sister soldier soldiers son source sources spokesman spokesperson
    spokeswoman statement study supporters survivor survivors teacher teachers transcript union victim wife
    witness witnesses"""
)

PORTFOLIOS = words(
    """foreign finance prime defence defense interior home health education trade justice energy environment transport
    culture labour labor economy economic agriculture treasury housing business science immigration police farming
    international"""
)
