"""Given names that are common in several countries, folded: a column that is full of them holds names."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
aaron abdul abel abigail ada adam adela adele adelina adolf adrian adriana adrienne agata agnes agnieszka
aimee aino alan albert alberto albin albina aldo alejandra alejandro aleksander aleksandra alena alex
alexa alexander alexandra alexandre alexandria alexia alexis alf alfred alfredo ali alice alicia alida
alina alison allan alma alvin alyssa amalia amanda amber amelia amelie amir amy ana anastasia anders andre
andrea andreas andrei andrej andres andrew andrzej aneta anette angel angela angelica angelika angelina
angelo anica anita anja anka ann anna annamaria anne anneli annette annika annikki antero anthony anton
antonella antonia antonina antonio ariana ariel arne arnold aron arthur artur ase ashley asta astrid
attila audrey august augustin augusto aurelia aurora axel barbara barry beata beatrice beatriz belinda ben
benedikt benjamin bente berit bernadette bernard bernardo bernhard berta beth bethany bettina betty bianca
bianka bill billy birger birgit birgitta bjorn blanka bo bob bobby bogdan boris bozena bradley brandon
branka branko brenda brent brett brian brigita britt britta bruce bruno bryan caleb calvin cameron camila
camilla carina carl carla carlo carlos carly carmelo carmen carol carolina caroline carolyn casper
cassandra catarina caterina catharina catherine cathrine cecilia cesar charlene charles charlotte chelsea
cheryl chloe chris christian christina christine christopher cindy claire clara claudia claudio clifford
colin collin connie connor conny constantin cornelia craig cristian cristina curt cynthia dagmar dale
dalibor damian dan dana danica daniel daniela danielle danilo danny dante daria dario darius darko darren
dave david dawn dean deborah debra delia denis denisa denise dennis derek desiree diana diane diego dina
dino dolores dominic dominik dominique donald donna dora dorina doris dorota dorothy douglas dragan
dragica dusan dylan eddie edgar edit edita edith eduard eduardo edvard edward edwin eileen einar elaine
elena eleonora eliana elias elin elina elisa elisabet elisabeth elise eliza elizabeth ella ellen ellie
elma elsa else elvira elvis ema emanuel emil emilia emilie emilija emilio emily emma enrico enzo eric
erica erik erika erling erna ernest ernst ervin ester esther eugen eugene eugenia eva evelina evelyn ewa
fabian fabiana fabio fanny fatima felicia felix ferdinand ferenc fernanda fernando filip filippa finn
fiona flavia flora florentina florian frances francesca francis francisco franjo frank fred frederic
frederick frederik fredrik frida gabor gabriel gabriela gabriella gabrielle gail gary gaspar gavin
geoffrey georg george georgia gerald gerard gerd gerda gert gertrud gilbert gina giovanna giovanni gisela
glen glenn gloria goran gordana gordon grace gregor gregory greta grete gunhild gunnar gustav gustavo guy
hailey hana hanna hannah hanne hannele hans harald harold harriet harry hasan hayley heather hector heidi
helen helena helene helge henri henriette henrik henry herbert hilda holger holly howard hubert hugo ian
ibrahim ida igor ildiko ilona ilse imelda imre ina ines inga inge ingeborg inger ingrid ingrida irena
irene irina iris irma isa isaac isabel isabela isabell isabella isabelle ismail istvan ivan ivana iveta
ivo ivona jack jacob jacqueline jade jaime jake jakob jakub james jamie jan jana jane janet janice janina
janko janne janos jari jaroslav jasmin jasmina jasmine jason javier jay jean jeanette jeanne jeffrey
jelena jenna jennifer jenny jens jeremy jerome jerry jesper jesse jessica jesus jill jim jimmy jo joachim
joakim joan joana joanna joanne joe joel johan johanna johannes john johnny jolanda jon jonas jonathan
jonna jordan jorge jorgen jose josef josefine joseph josephine joshua josip joy joyce jozef juan judith
juhani julia julian juliana julianna julie julijana julius justin justina kaarina kai kalevi kamil kamila
karen kari karin karina karl karla karol karolina karoline kasper katalin katarina kate katharina
katherine kathleen kathryn kathy katie katja katrin katrina kaylee keith kelly kenneth kent kerry kerstin
kevin kim kimberly kirsten klara klaudia knut konrad konstantin kornel kornelia krista kristi kristian
kristiina kristin kristina kristine krzysztof kurt kyle ladislav laila lana lara larissa lars lasse laszlo
laura lauren lawrence lea leah leandro lee leena leif leila lena lene lennart leo leon leona leonard
leonardo leopold leslie leticia levi lia liam liana lidia lidija liisa lili lilian liliana lilly lily lina
linda lindsey linn linnea linus lisa liv livia ljubica ljudmila lola lorena lorenzo loretta lorraine lotta
lotte louis louise luana luca lucas lucia luciana luciano lucie lucija lucy ludmila luigi luis luisa luka
lukas luke luna lydia lynn maarit madeleine magdalena magnus maja mandy manuel manuela mara marc marcel
marcela marcia marco marcus mare marek maren margaret margareta margit margot mari maria mariah marian
mariana marianna marianne marica marie marija marijan marijana marika marilyn marina mario marisa marissa
marit marita marius marja marjatta mark marko markus marlene marta martha martin martina martine marvin
mary maryam mason matej mateo mathew mathias mathilde matias matilda matteo matthew matthias matti maureen
maurice max maxim maximilian maya megan mehmet melania melanie melina melinda melissa melvin mercedes
mette mia michael michaela michal michel michele michelle miguel mika mikael mike mila milan milena milica
milka milo milos mina minna mira miranda miriam mirjam mirko miroslav miroslava mitchell mohamed mohammad
mohammed molly mona monica monika monique morgan mustafa nada nadezda nadia nadine nadja nancy naomi
natalia natalie natalija natasa natasha nathalie nathan neil nela nelly nevenka nicholas nick nico nicola
nicolai nicolas nicole niels nika niklas niko nikola nikolai nikolaj nils nina noa noah noel noemi nora
norbert norma norman ofelia olaf olav olavi ole olga oliver olivia omar oscar oskar otilia oto otto paige
pamela paola patricia patrick patrik paul paula paulina pauline paulo pavel pawel pedro peggy pekka per
perla petar peter petra philip phillip pia pierre pietro piotr priscilla rachael rachel radovan rafael
rafaela ragnhild ralph ramona raquel rasmus raul raymond rebeca rebecca rebeka regina reginald renata
renato rene renee ricardo richard rick ricky riley rita robert roberta roberto robin rodrigo roger roland
rolf roman romana romy ronald ronja ronnie ronny rosa rosalia rosalie rose ross roy roza rozalia ruben
rudolf rune russell ruth ryan sabina sabine sabrina sally sam samantha sami samuel sander sandor sandra
sandro sandy sara sarah scott sean sebastian selena selma sergio seth severin shane shannon sharon shaun
sheila shirley sigrid sigurd silvia silvio simon simona simone slavica slavko sofia sofie solveig sonia
sonja sophia sophie soren stacey stanislav stanislava stanley stefan stefania stefanie stella sten stephan
stephanie stephen steve steven stig stjepan stuart susan susanna susanne suzana suzanne sven svetlana
sylvia sylvie tamara tammy tania tanja tapani tapio tara tatiana tatjana tea teodor teresa terry thea theo
theodor theodora theodore theresa therese thomas tibor tiffany tim timea timo timothy tina tobias tom
tomas tomasz tommy toni tony tove tracey tracy trevor trine tristan tuulikki tyler ulf ulla urban ursula
valdemar valentin valentina valeria valerie valter vanesa vanessa vera veronica veronika vesna vicente
victor victoria viktor viktoria vilma vincent viola violeta virginia vito vladimir vlado vlasta walter
wanda wayne wendy werner wesley william xavier xenia yasmin yolanda yusuf yvette yvonne zara zdenka
zdravko zeljko zita zlatko zoe zoltan zora zoran
""".split()
)
"""Those that stand in the lists of three countries at least (package Faker: Europe, America)."""
