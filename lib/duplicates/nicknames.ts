// Which given names are short for, or another form of, which: a line a name, its forms after it. Only forms that people
// go by in everyday life; one that several names share stands in several lines.
const forms = `
abigail abby gail
abraham abe bram
adelaide ada addie heidi
agnes aggie agnieszka
albert al bert albrecht alberto
aleksandra sasha ola sandra alexandra alex alessandra lexi
alexander alex alec aleks sasha sandy xander sascha alejandro alessandro aleksander alexandre
alfred alf fred alfredo
alice ali alicia
amanda mandy
andrew andy drew andreas andre andrea andrei andrey andrzej anders andres
angela angie angelika
anna ann anne annie anja anya ana hanna hannah anita
anthony tony antonio anton antoine ton
arthur art artur arturo
augustus gus august
barbara barb babs basia
bartholomew bart
beatrice bea trixie beatriz
benjamin ben benny
bernard bernie bernd
bridget birgit brigitte britt
bruce brucie
caroline carol carrie karoline carolina
catherine cathy cat kate katie kathy kat kitty kay katherine katharina katarina ekaterina katya kasia karin karen kathrin catalina
cecilia cece cecily cilla
charles charlie chuck carl karl carlos carlo
charlotte lottie charly
christian chris kristian
christina chris tina christine kristina kristin kirsten christa
christopher chris kit topher christoph christophe krzysztof cristobal
clara claire klara
cynthia cindy
daniel dan danny daniele
david dave davy davide dawid
deborah deb debbie debra
dennis denny denis
dimitri dima dmitri dmitry dimitris
dominic dom nick dominik
donald don donnie
dorothy dot dottie dolly dorothea
douglas doug
edmund ed ned eddie
edward ed eddie ned ted teddy eduard eduardo edvard
eleanor ellie nell nora elinor leonora
elizabeth liz lizzie beth betty betsy eliza lisa elsa elise elisabeth ela bettina elzbieta isabel
emily em emmy emilia
ernest ernie ernst
eugene gene eugen evgeny yevgeny
eva eve evi ewa
florence flo florrie
frances fran franny francesca
francis frank fran francisco paco franz francesco francois
franklin frank
frederick fred freddy rick friedrich federico fritz fredrik
gabriel gabe
gabriella gabby gabi ella
george georgie georg jorge giorgio georgios yorgos jurgen jerzy goran
gerald gerry jerry gerard gerhard
gregory greg gregor grzegorz
gustav gus gustavo gosta
harold harry hal
helen nell ellen helena elena lena helene
henry harry hank hal heinrich henri enrique heinz henrik
howard howie
ignatius iggy nacho ignacio
ibrahim ebrahim abraham
isaac ike izaak
isabella bella izzy isabelle isabel
jacob jake jakob jacobo
jacqueline jackie
james jim jimmy jamie jaime
janet jan jeanette
jeffrey jeff geoff geoffrey
jennifer jen jenny
jeremy jerry jem jeremiah
jessica jess jessie
joan joanie joanna johanna jo asia
johannes hans john jan johan johann joannes hannes ivan ian juan sean jean giovanni jon ioannis yannis janos jack johnny
jonathan jon jonny john
joseph joe joey jose pepe giuseppe josef jozef yusuf yosef sepp
joshua josh
judith judy
julia julie jules giulia
kenneth ken kenny
kimberly kim
laurence larry lawrence lars lorenzo laurent laurie
leonard leo len lenny leonardo
leopold leo poldi
lillian lily lil
louis lou lewis luis ludwig lutz luigi
louise lou luisa
lucas luke lukas luca lukasz
lucy lucia lucie
magdalena magda lena
malcolm mal
manuel manny manolo emanuel
marcus mark marc marco marek markus marcos
margaret maggie meg peggy greta marge margarita margareta gretchen rita margot malgorzata gosia
martha marta patty
martin marty
mary molly polly maria marie mia may mariam maryam miriam mitzi
matilda tilly mathilda
matthew matt matty matthias mateo matteo mats mathieu mateusz
maximilian max maxim
megan meg
melissa mel missy
michael mike mick mickey mitch michel miguel michele mikhail misha michal mikael
mohammed mohamed muhammad mohammad mo mehmet mohamad
nathan nate nat nathaniel nathanael
natalie nat natalia natasha
nicholas nick nicky nico klaus nicolas nikolai nicolaus niklas nils kolya niels
nicole nikki nic
oliver ollie olly olivier
olivia liv livvy
olumide olu
pamela pam
patricia pat patty tricia trish
patrick pat paddy rick padraig
paul pablo paolo pavel pawel pauli
penelope penny
peter pete pedro pietro pierre pyotr petr piotr petros per
philip phil pip felipe philippe filip
priscilla cilla
rachel rae raquel
raphael rafael raf rafa rafal
raymond ray ramon
rebecca becky becca
richard rick dick rich richie ricky ricardo riccardo
robert bob bobby rob robbie bert roberto
roderick rod rodrigo
roger rog rogerio
ronald ron ronnie
rosemary rose rosie
rudolf rudi rolf
samantha sam sammy
samuel sam sammy
sarah sally sara sadie
sebastian seb bastian basti
simon si simone
sofia sophie sophia sonia sonja zofia
stanley stan stanislaw
stephanie steph stefanie fanny
stephen steve steven stefan stefano esteban etienne stevie
susan sue susie suzanne susanna susanne zuzanna
sylvester sly
teresa terry tess tessa theresa tracy
terence terry
theodore ted theo teddy fyodor
thomas tom tommy tomas tomasz tommaso
timothy tim timmy timo
tobias toby tobi
ursula ulla uschi
valentina val valya
valerie val
victor vic viktor
victoria vicky tori viktoria
vincent vince vinny vincenzo vicente
virginia ginny
vladimir vlad volodya vova
walter walt wally
wilhelmina mina willa minnie
william will bill billy willy liam wilhelm guillaume guillermo wim
winifred winnie freddie
zachary zach zack
`;

const byForm = new Map<string, string[]>();
for (const line of forms.trim().split("\n")) {
  const [name = "", ...others] = line.split(" ");
  for (const form of [name, ...others]) byForm.set(form, [...(byForm.get(form) ?? []), name]);
}

/** The names that a given name (lower case, Latin letters) is a form of; none where it is known only as itself. */
export const namesBehind = (given: string): readonly string[] => byForm.get(given) ?? [];
