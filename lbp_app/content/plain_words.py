"""Everyday words that a passphrase is made of: short, easily told apart, on every keyboard."""

from random import SystemRandom

COUNT = 6  # of more than 200 words: over 45 bits, each guess of which costs Argon2id
DANISH = """
abe adresse aften agurk alarm album ananas anker april arm august aviser bad bager bakke bane bank
barn basar beton bil billet bjerg blad blomst blyant bog bold bord brev bro brud bus buskads by
cykel dal dans december delfin diamant drage dreng due dug dyne dyr egern eksamen elefant elev ende
energi eng fabrik familie farve fasan feber februar ferie fest fingre fisk flag flaske flod fluer
foto frakke fransk fred fugl fyr fyrre gade gaffel garage gave gedde giraf glas gran gren grus gryde
guld gulerod gynge hal hammer hane hat have havn hegn hest hjelm hjem hotel humle hund hus hval
hvede idyl insekt is isbjerg jakke januar jord juli juni kaffe kagle kaktus kalender kam kamel kanal
kanin kano kant karry kasket kat kedel kirke kjole klokke knap kniv koala kobber konge kop korn kort
krage kran krone kuffert kugle kurv lager lagkage lampe land lang lanterne lava leg lejr lilje linse
loft lommer luft lund magnet maj maler mand mappe marked marmor marts mave melon minut mosaik motor
mus museum musik mynte nabo nat net nisse november ocean oktober olie onkel onsdag ost otte ovn
pakke palme papir park pause peber penge pensel pilot pingvin plade planet plante post prins pude
pumpe radio raket ramme regn rejse ring robot rod rose rosin rude ruder rum saks salat salt sand
sandal sang sejl seks skib sko skov skum sky slot sluse smed sne sofa sol sommer spade spejl sten
stige stjerne stol strand suppe svane tag tallerken tand tavle te telt tiger tog tomat torden
torsdag trappe tromme tulipan tunnel tyve ugle uld uret vand vandfald varme vask vej venner vest vin
vind vinter violin vogn vulkan zebra zone
"""
ENGLISH = """
acorn almond anchor apple april apron arch arrow autumn badge bakery ballet bamboo banana barn basin
basket beach bean bell bench berry bicycle birch bird blanket boat bonnet book bottle branch bread
breeze brick bridge brook broom bucket butter button cabin cactus camel canal candle canoe carpet
carrot castle cat cedar celery chair cherry circle circus city clock cloud clover coast coffee comet
copper coral corner cotton cradle crane crayon creek cricket crown curtain daisy dance desert desk
diary dinner dolphin donkey door dragon drum eagle easel echo eight elbow engine fabric falcon farm
feather fence fern ferry fiddle field finch finger flag flame flower flute forest fork forty fox
frost fruit garage garden garlic garnet gate ginger glacier glove goose grain grape grass guitar
hammer harbour harp hazel hedge hill honey horizon horse hotel igloo island ivory jacket jasmine
jelly jigsaw july june jungle kettle kitchen kite ladder lake lantern lawn leaf lemon letter library
lily lime linen lion magnet mango maple marble market meadow melon mill minute mirror mitten monday
moon mosaic moss motor mountain muffin museum music nectar needle nest night nutmeg oak oasis ocean
october olive onion orange orchard otter oven paddle palace palm paper parcel park parrot pasta path
peach pear pebble pencil pepper piano picnic pillow pilot pine planet plate plum pocket pond poppy
porch potato prairie pumpkin puzzle rabbit radio rain ribbon river robin rocket roof rose ruby
saddle sail salad sand scarf school sea shell ship silver sketch slipper snow sofa song soup spoon
spring square stable star station stone summer sunday swan table tea tent thimble thunder tiger
toast tomato tower train tulip tunnel turtle valley velvet village violin wagon walnut water whale
wheat wheel willow wind window winter wool yacht zebra
"""


def suggested_passphrase(language: str) -> str:
    """A new one each time, in Danish or English."""
    words = (DANISH if language == "da" else ENGLISH).split()
    return " ".join(SystemRandom().sample(words, COUNT))
