"""English words that writers take for one another: one for the other is but a slip mended, though both are words.

Most sound alike; the others stand in every list of words commonly confused or mistyped. Where two words are as near in
their letters and stand not here, another word says something else: *dairy* for *diary*.
"""

_GROUPS = """
    principal principle|stationary stationery|complement compliment|discrete discreet|elicit illicit|lose loose
    choose chose|wary weary|casual causal|breath breathe|cloth clothe|quiet quite|desert dessert|current currant
    flair flare|foreword forward|gorilla guerrilla|grisly grizzly|hangar hanger|navel naval|palate palette|pedal peddle
    phase faze|premier premiere|minster minister|manger manager|assess asses|moral morale|personal personnel
    prostate prostrate|cue queue|rein reign|affect effect|practice practise|device devise|altar alter|canon cannon
    brake break|pour pore|role roll|lightning lightening|throne thrown|vain vein|waive wave|weather whether|taut taught
    sleight slight|shear sheer|board bored|born borne|coarse course|council counsel|draft draught|dual duel|hoard horde
    lead led|loath loathe|mantel mantle|ordnance ordinance|past pass|plain plane|poll pole|stake steak
    straight strait|tortuous torturous|waist waste|form from|fist first|heath health|pubic public|barely barley
    then than|aloud allowed|united untied|unite untie
"""
MIXED_UP = {word: group.split()[0] for group in _GROUPS.replace("\n", "|").split("|") for word in group.split()}
