/**
 * English words that ask for or say the same thing in everyday and office language, one family a line: irregular forms
 * of one word, and synonyms; after `--`, words of one matter, which say the same only roughly. A word may stand in several.
 */
export const englishFamilies = `
cost costs price prices fee fees charge charges charged rate tariff pay pays paid payment payable expensive cheap bill
fine fines penalty penalties charge charges charged
free gratis complimentary
refund refunded repay repaid repays reimburse reimbursed
child children kid kids son sons daughter daughters boy girl
baby babies infant infants toddler toddlers
teenager teenagers teen teens adolescent adolescents young youth
adult adults grown grown-up grownups
parent parents mother father guardian guardians mum dad
pupil pupils student students schoolchildren
phone phones telephone telephones call calls called mobile smartphone ring
mail e-mail email mails emails
wifi wi-fi fi wireless internet
computer computers pc pcs
laptop laptops notebook notebooks
car cars vehicle vehicles drive drives driving drove driven driver drivers motorist
park parking parked
bike bikes bicycle bicycles cycle cycling
film films movie movies dvd dvds
photo photos photograph photographs photography picture pictures image images
allow allows allowed permit permitted permission authorised authorized admitted welcome forbid forbidden prohibit prohibited ban banned
renew renewed renewal renewals extend extended extension prolong prolonged
reserve reserved reservation reservations book booked booking bookings
cancel cancelled canceled cancellation withdraw
return returned returns hand handed back
join joins register registered registration enrol enroll enrolled enrolment sign member members membership
lead leads led run runs ran manage manages managed manager head heads charge responsible direct directs directed director chair chairs boss keeper
look looks after keep keeps kept
old age aged ages
disabled disability disabilities wheelchair wheelchairs accessible access
ill illness sick sickness disease
late overdue delay delayed
deadline due
begin begins began begun beginning start starts started opening
end ends ended finish finishes finished close closes
open opens opened opening openings
close closes closed closing closure closures shut shuts
open opens opened opening openings close closes closed closing closure closures shut
last lasts take takes duration
complain complains complained complaint complaints
help helps helped assist assists assistance
eat eats ate eaten eating food meal meals lunch snack sandwich sandwiches
drink drinks drank drinking drunk beverage beverages
smoke smokes smoking cigarette cigarettes vape vaping
rent rents rented rental hire hires hired hiring
print prints printed printing printout printouts
copy copies copied photocopy photocopies photocopied
christmas december
animal animals pet pets dog dogs cat cats
staff employee employees personnel
house home address live lives living lived reside resides resident residents inhabitant inhabitants population people
move moves moved
floor storey level
toilet toilets restroom restrooms lavatory washroom
lift elevator lifts elevators
weigh weighs weighed weight heavy load loads carry carries kilogram kilograms kilos
high height tall long length wide width thick thickness deep depth
big large size bigger larger capacity hold holds seats fit fits accommodate accommodates
year years annual annually yearly
month months monthly
week weeks weekly
day days daily
insure insured insures insurance
donate donated donates donation donations gift gifts give gives gave given giving accept accepted
visit visits visited visitor visitors guest guests
author authors writer writers
replace replaced replacement replacements
erase erased delete deleted wiped
lose loses lost losing loss missing
find finds found
lend lends lent loan loans loaned borrow borrows borrowed borrowing borrower lending
hold holds held
sell sells sold sale sales selling
buy buys bought purchase purchased purchases
bring brings brought
meet meets met meeting meetings
tell tells told
send sends sent
build builds built building
leave leaves left
make makes made
speak speaks spoke spoken talk talks
write writes wrote written writing
choose chooses chose chosen choice chooses
wear wears wore worn
teach teaches taught teacher teachers
win wins won winner winners
steal steals stole stolen theft
break breaks broke broken
damage damaged damages broken torn
drive drives drove driven
ride rides rode ridden
see sees saw seen
keep keeps kept store stores stored retain retained
raise raised income earn earned brought
situated located stands stand lies lie location
arrive arrives reach reached reaching
repair repairs repaired mend mended fix fixed
connect connected connection
attend attended attends attendance visitors
organise organised organize organized held
quiet silent silence quietly
appeal appealed contest contested object
proof prove document evidence identity id identification
need needs needed required require requires requirement necessary
latest last maximum most limit
youngest minimum least
deposit deposits
founder founded founding established establish found set
scan scans scanned scanner scanners scanning
forget forgets forgot forgotten
grow grows grew
hear hears heard
know knows knew known
learn learns learnt learned
rise rises rose risen
show shows showed shown
sing sings sang sung
sit sits sat seated
sleep sleeps slept
spend spends spent
stand stands stood
swim swims swam swum
take takes took taken
think thinks thought
throw throws threw thrown
understand understands understood
feel feels felt
fall falls fell fallen
draw draws drew drawn
do does did done
go goes went gone
come comes came
gather gathers gathered assemble meet meets
play plays played
empty empties clear cleared vacate leave leaves
owe owes owed due
reply replies replied answer answers answered respond responds response
exhibit exhibits exhibited exhibition exhibitions artist artists show
sheet sheets page pages
complete completes completed finish finished
account accounts card cards
clean cleans cleaned cleaning
sleep sleeps overnight
music musical instrument instruments
paint painted painting paintings
journey travel trip journeys trips
law legal
hear hearing
sick ill illness hospital
food eat drink drinks
sum amount
student students pupil pupils
gift gifts present presents
--
allowed may entitled right rights eligible
ask asks asked request requests requested inquire enquire contact turn
answer answers reply replies
start starts launch launches launched
stop stops stopped cease halt
continue continues go carry
increase rise raise raised higher more
reduce reduces reduced lower cut discount discounts cheaper off
get gets obtain obtained receive receives received
hand handed deliver delivered delivery deliveries bring
fetch collect collects collected pick picked
put place placed leave
throw discard destroyed pulped
check checks checked inspect inspected examine examined verify
show shows present presents presented produce
sign signs signed signature
wait waits waited waiting queue queues
help helps assistance support supports supported
teach course courses class classes lesson lessons workshop workshops training
learn study studies
read reads reading
talk talks speak chat conversation conversations
noise noisy loud sound
light lights lit lamp lamps
warm heating heated stove
cold cool
dark night evening evenings
morning mornings
weekend weekends saturday sunday saturdays sundays
holiday holidays closed closure
door doors entrance entrances gate gates entry enter enters
exit exits way out leave
stairs staircase steps step
seat seats sit chair chairs armchair armchairs place places
table tables desk desks
shelf shelves rack racks
bag bags luggage backpack rucksack
coat coats jacket cloakroom lockers locker
toilet bathroom
kitchen cook cooking
coffee tea drink drinks café cafe
alcohol wine beer
garden yard outdoors outside
indoors inside
roof terrace
basement cellar
bus buses coach line lines route routes
train trains station
boat boats barge
walk walks foot
near nearby close beside next
far away distance
map maps plan plans
picture pictures photograph drawing painting
music song songs concert
game games toy toys play
film films video videos
newspaper newspapers paper papers press
magazine magazines journal journals
letter letters mail post
form forms application applications apply applied
certificate document documents papers paper
money cash coins pay
card cards pass ticket tickets
key keys badge
lock locked locks
machine machines device devices equipment
phone telephones mobile
battery charger chargers power socket sockets plug electricity
screen projector display
microphone microphones sound
print copy
scan scanner
save keep store
delete erase forget forgotten
data information details
name names
secret confidential privacy private
police court law
theft stolen lost
danger emergency emergencies accident accidents
fire alarm evacuate
doctor hospital ill
injury injured hurt first-aid aid
insured insurance cover covered
repair repaired mend fix broken
dirty clean cleaning
new recent latest
old former earlier previous
large big
small little
many several
whole entire full all
half part third quarter
most majority
minimum least
maximum most limit limits
free available
busy full complete
early before ahead beforehand advance
late after overdue
soon quickly fast immediately once
often regularly frequency every
always never
chairman chair president head
owner landlord
neighbour neighbours
worker workers staff employee
boss manager head director
chief head leading
winner prize prizes medal medals award awards reward rewards
vote votes voting choose chosen elect election
group groups party parties
club clubs circle circles society association
friend friends
visitor guest tourist tourists
speaker author lecturer reads
founder founded established
history historical archive archives
birth born
death died
married wedding weddings
`;
