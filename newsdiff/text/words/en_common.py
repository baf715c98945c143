"""English words of which rules need many: places, portfolios, sources."""

from newsdiff.text.words.shape import words

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
