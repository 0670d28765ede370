/**
 * First names as they are met in British public life. They tell where a name begins behind a post that nobody wrote in a
 * table (`Gamekeeper Alastair Nunn`), and whether `she` can be meant; a name that is missing here is still a name.
 */

const FEMALE = `
abi aggie deb debs fi gabby issy jen kirst liv luce maddie maddy marge yaz brooke concepta dymphna nabila maninder rajwinder adebola bukunmi ndidi simi sola titi tope adjoa annabelle
avril briony davina estelle frederica giselle jessamy jolene leona martine nerissa zeta zola modupe nkem
abisola achieng adanna adela adhiambo aiko aino akiko akinyi alejandra alessandra amaka ameena amra anke anneke anneliese aurelie ayse beathag beatriz
berengere berivan binta birgit bogdana brigitte bronislawa buddug busisiwe carmela celine chiara chinyere chipo conceicao concetta consuelo daiva damaris
daria demelza despina dilek drita ealasaid ebere einir eleanora elen eleni elif elowen eszter euphemia faduma fatimah fatma federica femke fernanda finola
floraidh freja frida galina gifty gisela golnaz graca griselda guadalupe gulsen halimah halyna hanne hatice heike hiwot hortense huong hye-jin ibtisam ieva
ifeyinwa ifrah ilaria ildiko inese ingeborg irina isatou itziar jacinta jasmina jelena jitka jurgita jytte kaisa katalin katrin keiko kerenza khrystyna kierra
kristiina lakeisha larisa lata layla lene lenka liesbeth lindiwe linh linnea lowenna lurdes lyndsey lyudmyla maelle mahsa maite margaux mariama mariana
marieke marigold marijke mehitabel merja meseret mette mirjana montserrat morayo mwajuma nadiya nandi nasrin nawal ngozika nigella njeri noemie
nokuthula nomsa nuria nyambura nyasha oighrig olabisi onyeka paivi paola parthenia persis phuong pilar piret posy precilla radka ragnhild rahel raluca rasa
renate riona ritu ritva rosaria roya ruken rupa rutendo ruvimbo sahra sanna selam seonag sevgi shaznay shilan sibyl silke silvia sine siriporn snezana soledad
solene solomiya soo-jin sophronia stanislawa suad sumera svitlana sylvie tamika teegan tegen thalia theodosia thuy tigist tirzah tiwa toyin treasa trudi
tsitsi tuula uloma valbona vesna vilma vita wangari widad xiomara yaa ysolde yuko yulia zanele zelah zewditu zillah zlata zohreh zsuzsa zubeda zuhura
adaora monique tash comfort abiola addie arianwen belle bessie bev billie carley demi dickie dolly ettie eurwen geeta hettie jacquie jilly kath keri latisha leela lesley-ann libby llio macey macy madge maisy maizie margie meg meleri mollie morfydd non orlagh pammy patty peg prue pru rae rani reenie rhianwen roz sali sana seonaid shania shaniqua shanti sheelagh shirl sukie suze suzie swyn tammy tiggy tillie tola trish trixie yemi zainabu
may mari anya abena ailsa ama amaya anaya darcie delilah diya evie gracie hallie kavya kasia leia lyla mairi mei mererid myla neha nellie pooja priyanka
rudo saoirse sakura senga shazia xiu abbie abby abigail ada adele adaeze adriana adrienne afia afua agatha agnes agnieszka aileen aimee aisha aisling aleksandra alexa
alexandra alexis aliah alice alicia alina alisha alison alma alya alyson amanda amara amber amelia amelie amina aminata amira amrit amy
ana anastasia andrea angela angelica angelina angharad anika anisa anita anjali ann anna annabel anne annette annie annika anthea
antonia anwen aoife april arabella araminta ariana arlene asha ashleigh astrid audrey aurora ava ayesha ayla barbara beata beatrice beatrix
becca becky belinda bella benedicta bernadette bernice bertha beryl bess beth bethan bethany betty beverley beverly bianca blessing
blodwen bonnie brenda briana bridget bridie bronagh bronte bronwen bryony caitlin caitriona camilla candice cara carina carla carly
carmel carmen carol carole caroline carolyn carrie carys caryl cassandra cassie catalina caterina cath catherine cathryn cathy catrin
catriona cecilia cecily celeste celia ceri cerys chanel chantal chantelle charity charlene charlotte chelsea cherie cherry cheryl chiamaka
chidinma chloe christa christiana christie christina christine ciara cicely claire clara clare clarissa claudia clementine cleo coleen
colette constance cora coral cordelia corinne cressida crystal cynthia dagmar daisy dana daniela danielle danuta daphne darcey dawn debbie deborah
debra dee deirdre delia della delphine delyth denise desiree diana diane dianne dilys dina dionne dolores donna dora doreen doris dorota
dorothy dorcas ebony edith edna efua eileen eilidh eilis eira eirlys ekaterina elaine eleanor elena elenor eleri elin elinor elisa elise
elizabeth eliza ella ellen ellie elodie eloise elsa elsie elspeth elvira emeline emer emilia emily emma ena enid enfys erica erika erin
esme esperanza esther ethel eugenie eunice eva evangeline eve evelina evelyn ewa faith farah farida farzana fatima fatou fay faye felicia
felicity fern ffion fiona fleur flora florence flo folasade fozia frances francesca franziska freda freya funmi gabriela gabriella
gabrielle gail gaynor gemma geneva genevieve georgia georgiana georgie georgina geraldine gertrude ghazala gillian gina ginny gita giulia gladys
glenda glenys gloria glynis grace grainne greta gretchen gudrun guinevere gwen gwenda gwendoline gwendolyn gwenllian gwyneth habiba hadiza
hafsa halima halina hana hanna hannah harriet hattie hayley hazel heather heidi helen helena helga henrietta hermione hilary hilda
holly honor honoria hope hyacinth ibironke ida ifeoma imelda imogen india indira ines ingrid iona ioana irena irene iris irma isabel isabella
isabelle isla isobel ivy izabela jacqueline jacqui jade jamila jan jana jane janet janette janice janine janis jasmin jasmine 
jayne jayshree jean jeanette jemima jemma jenifer jenna jennie jennifer jenny jessica jessie jill jillian jo joan joanna joanne jocelyn
jodi jodie johanna josephine josie joy joyce juanita judith judy julia juliana julie juliet jumoke june justine justyna jyoti kalpana kamala
kara karen karin karina karolina kate katarzyna katerina katharine katherine kathleen kathryn kathy katie katrina katy kavita kay kayleigh
keeley keira kelly kelsey kendra kerry kerri keziah khadija kiera kim kimberley kinga kirsten kirstie kirsty kitty klara komal krystyna
kulwinder lara larissa latifa latoya laura lauren lavinia leah leanne leila lena lesley leticia letitia lettice leyla lia lila lilian liliana
lilly lily linda lindsay lindsey lisa livia liz liza lizzie lleucu llinos lois lola lora loretta lorna lorraine lottie lou louisa louise
lowri lucia lucille lucinda lucy luisa lydia lyn lynda lynette lynn lynne lynsey mabel madeleine madison maeve magda magdalena maggie maha
mahnoor mair maire mairead maisie malgorzata mali malini mandy manjit manisha mara marcella marcia margaret margarita margery margot
marguerite maria mariam marian marianne marie marilyn marina marion marisa marissa marjorie marlene marsha marta martha martina mary maryam matilda
maud maura maureen mavis maxine maya meera megan meghan meinir melanie melinda melissa mercedes mercy meredith meryl mhairi mia michaela michelle
michele mihaela mildred millicent millie mina minnie mira miranda miriam moira molly mona monica monika morag moyra muriel myfanwy myra myrtle
nadia nadine najma nancy naomi narinder nasreen natalia natalie natasha nazia neelam nell nelly nerys nesta ngozi nia niamh nichola nicola nicole nicolette
nicky nikita nikki nina nisha nora noreen norma nusrat odette ola olga olena olive olivia olwen olufunke oonagh ophelia orla oriana padma paige
pamela pansy parveen pat patience patricia patrycja patsy paula pauline pearl peggy penelope penny petra petronella petula philippa phillipa phoebe
phyllis pia pippa polly poppy portia prisca priscilla priti priya prudence queenie rabia rachael rachel rachelle raisa rajni ramona rania raquel
rashida rebecca rebekah reem regina rehana rekha rena renata renee reshma rhian rhiannon rhoda rhona rhonda rima rina rita roberta robina robyn
rochelle roisin romana romola rona ros rosa rosaleen rosalie rosalind rosamund roslyn rosanna rose roseanne rosemary rosie rowena roxana roxanne rozina rubina
ruby rukhsana ruth rhoswen saba sabina sabine sabrina sadia sadie saffron saima saira sally salma samantha samara samina samira sandra sangita sara
sarah sarah-jane sasha saskia savannah scarlett selena selina selma serena shabana shabnam shaheen shahida shakira shakuntala shamim shanice shannon shari sharon shauna
sheena sheila shelagh shelley shereen sheridan sherry sheryl shirin shirley shobha shona shreya sian siân sienna sigrid simone simran sinead sinéad siobhan
siobhán sioned sofia sonal sonali sonia sonya sophia sophie stacey stacy stella stephanie sue suki sunita surinder surya susan susanna susannah susie
suzanne suzette suzy svetlana swati sybil sylvia sylwia tabitha tahira tallulah tamara tamsin tanya tania tara tasha tatiana tegan temitope teresa teri
tess tessa thandiwe thea thelma theodora theresa tia tiffany tilda tilly tina toni tracey tracy tricia trina trisha trudy tuesday ugne uma
una unity ursula usha valerie valentina vanessa vera verity verna veronica vicki vicky victoria vikki vimla viola violet virginia vivian vivien
vivienne wanda wendy wilhelmina wilma winifred winnie xanthe yasmin yasmina yetunde yolanda yvette yvonne zahra zainab zara zeinab zelda zena zoe zoya zofia
zsuzsanna zuzanna efa siwan beca mared nel elan begw haf nansi heledd luned sioned
aaliyah aarti abeba abosede adunni adwoa afsana ailie ailish aine aislinn akosua akua albertina alka althea amma amna amrita anam aneesa aneira
anjum ann-marie annis annmarie anupama anwyn aoibheann aparna araba archana arwen asma attiya bathsheba benazir betsan bhavna bimpe blathnaid
bozena branwen briallen brid bukola bushra candida caoimhe carlotta caron cecile ceinwen celina charmaine chinwe chioma christabel clarice
clemency clementina clodagh colleen coretta dearbhla deepa deepika deirbhile delores delphi devi dinah divya dominique drusilla dulcie
dwynwen eabha eartha ebele edwina effie eimear eithne ekua elaina elfrida elliw ellspeth elsbeth eluned elvina emmeline eniola enola ernestine
esi ethne eudora eulalie evadne ewelina fabia fanny farhana fauzia fenella fflur fidelia fionnuala flavia floella folashade francine funmilayo
georgette gerda germaine gilda ginette ginevra glesni goldie grazyna gwawr gwenyth gwerfyl hafsah hebe hema hephzibah hester hetty humaira ianthe
ijeoma ilona imogene inez iolanthe iqra iryna isadora iseabail iwona jacintha jadwiga janetta javeria jaya jeanie jessica-ann joanie joelle
jolanta jorja josette juno kateryna katya kaye kemi keren kezia khalida kirsteen kirstin kristina kulsoom kusum kyra lakshmi lalage leonie
leonora lesley-anne letty lilith lina lindy lisbeth lise livvy lorelei loris louella lubna lucilla luella lynda-ann lyra mabli madhu madiha
mahira maliha malvina mamie manju manon marcelle marcy marged mariella marietta marisol marnie mary-ann maryann maryanne marzena maude may meena
mehwish menna milena minerva mirabel mirain morfudd morna morven muireann mumtaz myrna nadira naheed nalini nanette nargis nasim nataliya
nazma neeta nettie nighat nirmala nita nkechi nneka noelle norah novella nuala obiageli octavia odelia odile oksana oleksandra olha oluchi olwyn
omolara onyinye orlaith ottilie pallavi pandora peigi perdita persephone philomena phyllida poonam pratibha preeti primrose prunella purnima
rabiya radha rahila raine razia renu rhea romy ronke roopa rosalyn rosamond rosanne rose-marie rosina roxane rukhsar rupal ruth-anne saadia sabra
sadhbh safia saiqa sajida salome sameera sanam sandhya sangeeta sarita savita seema seraphina shagufta shaista shalini shanta sharmila sheetal
shilpa sidonie signe sile simisola simona siriol skyla smita sneha sobia sorcha sudha sujata sumaira suman sunniva sushma sybilla tabby talia
tamsyn tasneem tegwen teleri tesni thomasina thora titilayo tripti trudie urszula uzma valda vanda vandana varsha veena verena vesta
vida vidya violetta wambui wanjiru willa wioletta xenia yuliya zahida zarina zelma zinnia zita zubaida izzy lexi lacey mya lilly-mae ellie-mae ava-mae tansy perpetua becks bex mags ottoline clemmie florrie dottie edie lulu mimi marjory jeannie mhari aoibhinn maebh dearbhailaasiya abigael adaobi adhira aelwen aelwyn afroza aeronwen aifric alannah aleena aleksandrija aleyna aliza alisa
aliyah almas alondra alys amahle ambreen ameera anahita ananya anastazja andreea aneta anneka annemarie annest
anouk anoushka antonina anushka aphra aqsa arabela areeba aryana asel asiya atiya aurelia aveen ayaan ayanda ayumi
azadeh azra bahar bairbre banon bela beibhinn betsi bettrys bilqis bisi breda briege brigid cadi cainwen calista
carwen catrine ceridwen chandni chika cliona cosima dagmara daniella darina derya devika doireann dorothea dyddgu
ebru edita ehinor eibhlin eirwen elzbieta emine enya esyllt ethna fadumo faiza fareeda fatemeh fatoumata
fawzia ferelith ffraid fidelma fiza frieda gaenor gayatri ghislaine gila giorgia golda greer gulnara gwenan
gwendolen gwenfair gwenith gwenno gwladys hafwen haleema hamida hanan haneen harshita haseena hawa heulwen hina
hira hodan huda ibukun ionela isha ishbel ivana jameela janan jannat jasleen jennet jinan jocasta jowita
jumana kadiatou kainaat kamila kamini kaveri keeva keisha kerensa khadra kinza krisztina kubra kulsum lalita laxmi
leena leocadia leokadia liudmila loreen lorena lowena lucja ludmila lyudmila maja makeda malika malwina mallt manal
margiad maristella marwa mastura mathilda meerab megha melangell melati meriel mirela mireille monisha
morwenna mshai mubina muna munira nafisa nahid naima namrata nandini natasza nazish nazneen neela neema
nessa nicoleta nilufer nimra nobuhle nomvula nosheen nuha nura oana obioma ofelia olenka ornella parisa parvati
polina ponnamma prerna pushpa qamar radhika rafia rahela raina rakhi ramla rasheeda rashmi reena resham rhonwen
rida rimsha rivka roksana ropa roshni ruqayyah rushda ruta sabeena sabiha safa safiya sahar sakina saleha
samia samreen sanaa sania sanjana sapna saraid saroj sehrish senara sevda shahnaz shakila shamima sheela shumaila
sofija solveig somaya soraya stefania steffi suda suhani sulochana sumaya sushila szilvia tabassum tahmina
tamana tamanna tanisha tanvi tanwen tayyaba temperance thandeka tirion tomasina tomoko trupti tugba uduak ulrike
unaiza urmila vaishali vanora vasanthi vasilica venetia vijaya viktorija vimala viorica wafa waheeda
walentyna wanjiku weronika wiktoria yagmur yasmeen yewande ysella yusra yvaine zadie zakia zareena zaynab zehra
zeynep zsofia zulekha
`;

const MALE = `
chaz gav mal ozzie tev vin chase cory grahame bharat prem satinder tarsem akin chibuike ebuka jide fiifi kweku alec augustine clarence forrest norbert osmond
abayomi abdi abdiqadir abebe adetokunbo afonso agron aivars akinwale alessandro alexei alioune amos anastasios anatoliy anders andres andrus angel antoine
antonino arben arfon arnel artem arvid arvo asbjorn attila babak balint baltasar bashiir bassam bastien bayo behzad benoit beppe besnik biniam bjorn blerim
bolaji bongani boubacar branko burak cador cheikh chibuzo chinonso christos chukwudi chukwuma cornelis costin cristian danut dariush darnell davor dawit
devendra didier diego dilshad donnchadh dragan dragos duc dusan eanna ebrima eero eirik ekow emre enes erwan esteban etienne ettore fabien fabrizio fadi
farhad fatos fearchar ferdie ferenc fernando fionnlagh fritz gael gaetano gaurav gearoid gennaro georgi gerrit getachew ghassan gheorghe giacomo giorgos
goncalo gonzalo goran goronwy guillermo guled gunnar gunter gwenael haakon hailu haitham hakon halvard haruki heikki hendrik hernan hossein hristo hugues
iarla idriss ifeanyi ignacio ihor iker ilir illtud imre ioannis ionut ivaylo jarkko jens jiri joaquim jomar jonty joost jordi jory jotham jowan juhani jukka
juma jun-ho juris kacper kamau karwan kaveh kazuo kidane kimmo kipchoge kiptoo kishore knut kostas kourosh kudzai kyrylo lajos lamin lanre leandro liban liviu
loic luc ludo ludwig luigi lukas lwazi lysander maarten mahad makoto maksym mamadou mandla massimo mathieu mazen mengistu mieczyslaw mikkel milos min-jun
mindaugas minh mizanur mladen modou moritz moussa mthunzi mulugeta munashe murat mwangi najib nenad nikolaos nikos niyi nnaemeka nunzio obiora octavio oddvar
oleh oluwaseyi oluwatobi omondi ondrej orsino otieno ousmane ovidiu panagiotis paolo pekka perran philippe pieter pietro piran plamen predrag quang raffaele
raghnall rainer ralf rasmus rebin reza rezaul rhun rigoberto romas rotimi ruben ruslan sandor satoshi sebastien sekou senad serkan serwan seyi shafiul shahin
shug siamak sibusiso sindre sjoerd skender slobodan somchai soren sorin spyros steffen stoyan tadesse takashi tapio tapiwa tatenda tawanda tesfaye thanasis
thanh themba theophilus thiago thijs timo todor tolga tome tomislav tommaso torbjorn tormod traian trygve umberto uwe vasco vassilis vidar vincenzo vitaliy
vojtech volkan vytautas wael wekesa willem wilmer wullie yannis yohannes youenn zayn zbyszek zedekiah zenon ziad zlatko zoran
olufemi ade addae aneirin arty bazza dickon ern gbenga glynn harri herb janusz jean-luc jojo jordon kaz kunle lenny lew ling montague nige norm pip przemek seb seun syd tobi trev trevon willy zeb
will aarav albie arlo bobby brody cian clinton declan dexter farai finley grayson hiroshi ishaan jaxon jenson kenji kian louie mason musa
nye oisin sipho thabo tobias zain aadam aaron abdul abdullah abdulrahman abel abid abraham abu adam adeel adebayo adewale adrian adil ahmed aidan ajay akash akbar akeem
al alan alasdair alastair albert aled alejandro aleksander alex alexander alexandru alf alfie alfred ali alisdair alistair alister allan allen alun alvin alwyn
amadou amar amir amit amjad anand andreas andrei andrew andrzej andy angelo angus anil anthony antoni antonio anton antony anwar aqeel arash archie aristide arjun
arnold arran arron arthur arturo arun arvind ashish ashley ashok asif aspen atif atul aubrey austin azhar aziz baldev baldwin balraj barnabas barnaby
barney barrie barry bartosz basil bashir ben benedict benjamin bernard bert bertie bilal bill billy blake bob bogdan boris brad bradley
bram brandon brendan brent brett brian bruce bruno bryan bryn byron caleb callum calum calvin cameron carl carlos carlton carwyn casper cathal
cecil cedric chad charles charlie chen chester chidi chinedu chris christian christopher chuka chukwuemeka ciaran clark claude clement cliff clifford clint clive
clyde cody colin colm connor conor conrad corey cormac cornelius craig crispin curtis cyril cyrus daf dafydd dai dale damian damien damon dan
daniel danny daoud darragh darrell darren darryl daryl dashiell dave david davinder davy dawid dean deepak delroy demetrius denis dennis denzil derek dermot derrick
des desmond dev devon dewi dhruv diarmuid dick dieter digby dilip dimitri dinesh dirk dmitri dominic don donal donald donovan dorian
doug dougal douglas duane dudley duncan dunstan dustin dwayne dwight dylan eamon eamonn earl ebenezer ed eddie edgar edison edmond edmund eduardo edward
edwin edwyn efan einar elan eli elias elijah elis elliot elliott ellis elton elvis elwyn emanuel emeka emil emlyn emmanuel emmet emrys emyr enda
enoch enrico eoghan eoin ephraim eric erik ernest ernie errol erroll erwin ethan eugene eustace euan evan evans everton ewan ezekiel ezra fabian faisal
farhan farouk faruk felix fenton ferdinand fergal fergus festus fidel filip finbar findlay finlay finn fintan florian floyd francis francesco francisco
frank frankie franklin fraser fred freddie freddy frederick gabriel gareth garfield garry garth gary gavin gavyn ged gene geoff geoffrey george geraint gerald gerard
gerry gerwyn gethin ghulam gideon gilbert giles giovanni glen glenn godfrey godwin gordon graeme graham grant greg gregor gregory grigor grzegorz guillaume gulzar
gus gustav guto guy gwilym gwyn gwynfor habib hakim hal hamid hamish hamza hank hans harbinder hari harish harjit harold haroon harrison harry
harun harvey hasan hashim hassan hector hedley heinrich henri henrik henry herbert herman hermann hisham hiten horace horatio howard howell hubert huey
hugh hughie hugo humphrey humza husain hussain hussein huw hywel iain ian ibrahim idris ieuan ifan ifor iftikhar ignatius igor ike ikechukwu ilyas imran
imtiaz inderjit innes ioan ira irfan irvine irving irwin isaac ishaq ishmael islwyn ismail israel itzhak ivan ivor iwan jabir jack jackson jacek jacob jacques
jagdeep jago jai jaime jake jakub jamal james jameel jamie jared jarek jaroslav jarvis jason jasper javed javid javier jay jaydon jayden jeevan jed jeff jefferson jeffery
jeffrey jeremiah jeremy jermaine jerome jerry jesse jethro jim jimmy joachim joao jock joe joel joey johan john johnny johnathan jon jonah jonas jonathan
jonny jordan jorge jose josef joseph josh joshua juan jude julian julius junaid junior jurgen justin kaleem kamal kamil kamran kareem karl karthik kashif
kasim kayode keir keiran keith kelvin kemal ken kendrick kenneth kenny kent kenton kevin khalid khurram kieran kieron kiran kirk klaus kofi kojo konrad
krzysztof kumar kurt kuldip kunal kwabena kwaku kwame kwasi kwesi kyle lachlan laith lamar lamont lance larry lars laszlo laurence laurie lawrence lawson lech lee leif
leigh leighton len lennox leo leon leonard leopold leroy les lesley leslie lester lev lewis lewys lex liam lincoln lionel llew llewellyn lloyd lorcan lorenzo
louis luca lucas lucian luis luiz luka lukasz luke luther mack maciej magnus mahesh mahmood mahmoud majid malachi malachy malcolm malik manfred mandeep manesh mansoor manuel
maqsood marc marcel marcin marco marcus marek mario marius mark marko marlon marshall martin martyn marvin masood mateusz mathew matt matteo matthew matthias
maurice max maxim maximilian maxwell mehmet mehdi melvin melvyn mervyn michael michal mick mickey micky miguel mihai mike mikhail mikolaj milan miles milo milton
miroslav mitch mitchell mo moeen mohamed mohammad mohammed mohan mohsin moses moshe mostafa muhammad mukesh mungo murad murdo murray mustafa myles nabeel
nabil nadeem naeem naresh narendra nasir nasser nathan nathanael nathaniel naveed naveen navid neal ned neil nelson neville niall nicholas nick nico nicolae nicolas niels nigel
nikhil nikolai nils nimesh ninian nitin noah noel norman norris obadiah obinna octavian okechukwu olaf oleg oleksandr oliver olivier ollie olu oluwaseun omar oren orlando
orson osama oscar osman oswald otis otto owain owen oz pablo paddy padraig parag paresh parvez pascal patrick paul pavel pawel pedro percival percy perry pete peter
petr phil philip phillip phineas pierre piers piotr pradeep prakash pramod pranav prashant prince qasim quentin quincy quinn radek radu rafael rafal rafiq
raghav raheem rahim rahul raj rajan rajesh rajinder rajiv ralph ram ramesh rami ramon ranald randall randolph ranjit raphael rashad rashid rasheed ravi ravinder ray
raymond rayyan raza reece reg reggie reginald reid remy rene reuben rex rhodri rhys ricardo rich richard richie rick ricky rishi rizwan rob robbie robert roberto
robin robson rod roddy roderick rodger rodney rodrigo rogan roger rohan rohit roland rolf roman ron ronald ronan ronnie rory ross rowan rowland roy royston ruairi
ruari rudolf rufus rupert russ russell ryan ryszard sachin sadiq saeed said sajid sajjad sal saleem salim salman salvatore sam samir sammy samson samuel sandy
sanjay sanjeev santiago satish saul sayed scott seamus sean sebastian selim selwyn serge sergei sergio seth seumas seymour shafiq shahid shahzad shakeel shane shaquille shaun
shawn shay sheldon shoaib shyam sid sidney siegfried sikander silas silvester simeon simon sion sohail sol solomon spencer stan stanislav stanislaw stanley
stavros stefan stephan stephen sterling steve steven stewart stu stuart sukhdev sukhjit suleiman sultan sunil suresh sushil sven syed sylvester tadeusz tahir tajinder tam
tariq tarek taron tarquin tayo ted teddy teifion terence terrance terry thaddeus theo theodore thom thomas thorsten tiago tibor tim timothy timmy toby todd tom
tomas tomasz tommy tony torquil travis trefor trevor tristan troy tuan tudor tudur tunde ty tyler tyrell tyrone osian macsen caio cai gruff gruffudd gruffydd tegid gwil deian ynyr hefin meurig uday ulrich umar umair usman uzair vaughan vernon
vic victor vijay vikram viktor vinay vince vincent vinod viraj vivek vlad vladimir wade waheed wahid waleed wali wallace walter waqar waqas warren wasim wayne 
wendell wesley wilbert wilbur wilf wilfred will william willie willis wilson winston witold wojciech wyn wynford xavier yahya yakub yan yaseen yasin yasir yinka
yitzhak yosef younis yousef youssef yuri yusuf yves zac zach zachariah zachary zack zafar zaheer zahid zak zakir zane zbigniew zeeshan zia zubair zulfiqar
aakash aamir abhishek abiodun adekunle ademola adnan afzal ahsan ailbhe ajit akhtar akinola akmal alaric aldous algernon alok aloysius ambrose
amin amory amrik anas andriy aneurin anish anselm aodhan aonghas aqib arif armand arnie arno arshad arwel arwyn asad asghar asher ashwin aslam
athol atticus auberon augustus avtar awais axel ayaz azam babar babatunde balbir baljit balthazar barra bart bartholomew
basharat bearach bedwyr benjie bertram berwyn bhavesh bleddyn bohdan boleslaw breandan brennan brodie bryce brynmor cadog cahal caradog carleton
carlo caspian cemlyn chandrakant charanjit chauncey chijioke chima cillian cledwyn coilin coinneach colby conall connla constantine cosmo
crawford cuthbert cynan cyprian czeslaw dacre dante darius dariusz darshan dawood deiniol denholm dhiren dilwyn dipak dmytro donnacha dougie
dugald dyfan dyfrig eachann ednyfed edric edsel efosa egbert ehsan eifion eilir einion eirwyn ekene eldon elfed elfyn elgan elmer elwood emile
endaf engelbert erasmus esmond eurig eurof euros evander everard everett ewen fahad faheem farooq farquhar farukh fazal feroz ffowc finbarr
finnian fionn frederic fulk gagandeep ganesh garmon garrett gaspard gerallt gervase gill gillies girish giuseppe gopal govind greig griff
griffith guido gunther gurbir gurdev gurdip gurmit gursharan gurvinder gwion hadrian hafiz haider harald hardeep harjinder harminder
harvinder haseeb haydn hedd heddwyn hemant hercules hiram hitesh iago ichabod iestyn ijaz ikenna illtyd iolo iorwerth iqbal isaiah isidore ivo
jabbar jabez jagdish jagjit jagtar jamil jaroslaw jasbir jaspal jasvinder javaid jayant jayesh jem jerzy jignesh jitendra johann
johannes josiah judd kabir kamaljit kapil karan karim karnail kartik kasper kazimierz kenelm kenzie kermit ketan kewal kirit kishan
krishan krishna kristian kristoffer kulvinder kulwant kwadwo lakhbir lalit lancelot lazarus leander leszek levi lewin liaqat linus llion
llywelyn lucius mahendra maldwyn malkit manish manmohan manny manoj mariusz maximus mayur mazhar mehmood meilyr meirion meredydd merfyn merlin
micah michel mihangel miroslaw moelwyn mohinder monty mordecai morris mort mudassar munir murtaza mushtaq myfyr mykola myrddin nainesh naoise
naseem nate navdeep navin nazir neeraj nefyn nehemiah nestor niaz niccolo niklas nilesh niraj nirmal nisar nnamdi nolan noman octavius odhran
ogwyn oladipo olumide olusegun oran orville osbert oswin padraic pankaj paramjit paulo pavan peadar pedr penri peredur peregrine petro
phelim pravin proinsias pryderi przemyslaw qadir qaiser quintin radoslaw rajeev rajendra raju rakesh raman ranbir randal raoul rauf rayner
redmond regis rehan rehman reinhard remus renato reynold rhett rhisiart rhydian rian riaz robat rocco rollo romeo romulus roscoe ruadhan ruairidh
ruaridh rudolph rudy sabir salvador sanford santokh saqib sarabjit sarfraz satnam satpal satwinder segun senan septimus serhiy shabir shahbaz
shailesh sharad sharif shashi shaukat siarl siddharth siencyn sigmund slawomir sohan somerled stanford stefano steffan struan subhash sudhir
sukhbir sukhvinder suleman sundeep suraj surendra surjit szymon tad tadhg tafadzwa talfryn talha taliesin tanveer taras tarlochan
tarun tauseef tecwyn tejinder terrence thad thierry thurstan tiernan tinashe titus tod tomos torsten tristram trystan turlough twm uchenna
uisdean ulysses umesh upkar uriah valentine varun vasant vasyl vikas vimal vinnie vipul virgil vishal volodymyr wajid waldemar wally walt waseem
wieslaw wilfrid willard winthrop wolfgang woodrow wyatt wystan xander yannick yaqub yash yaw yogesh yousaf yuriy zaid zdzislaw zebedee zeke cal kaiden kayden brayden aiden jaden ethan-james rafe rafferty lachie fearghal kev daz gaz baz shaz nev trevabdi abdirahman abdullahi achebe adel aeddan aelfric ahmad akhil alem alhaji amarjit anest ansar anthonius aran
arjan arkadiusz arnav artur ashraf asim aurel avraham ayub azad azim bahadur brychan cadfael cadwaladr
caius caolan ceiri chander charan chike colman colwyn conleth cynfael cynwrig daithi dalbir danish derfel
dermott diarmaid dinos domhnall dominik donncha doruk dubhghlas duleep dumitru dyfed edryd egon eirig elystan enzo
ercwlff eryl ewart farid farrukh fawad felim feras ffoulkes fiachra fidelis firas gabor garbhan gavriel gildas
gintaras gurmeet hadi hakan harbhajan heini hesham hilarion hirwaun idan idwal imad inigo ismet istvan izaak
jarlath jawad jolyon joszef kalim karol kavi kenan keshav khaled kobina latif leofric lleu llewelyn llyr lochan
lubomir ludovic lugh madoc mahmud mairtin mansur maredudd marwan mattias maxen meuryg milosz mirek mirza mohamud
mohanlal mohit morys mosab muammar mubarak muhammed mujahid nadir nawaz neirin nuno obafemi obi onkar paulius petru
piaras quinlan rabih ramiz raul roderic rogelio roshan ruaidhri safwan salah sameer saqlain shakil shamus shankar
sherwin shiraz sholto sikandar siman sior sorley suleyman taha tamas tanvir tawfiq teilo tiarnan torin traherne
trahaearn ughtred uilleam upendra urien uthman vaclav valdis vasile venkat walid wiktor wladyslaw yestyn yiannis
yorath zahir zakariya zaki zaman zdenek zoltan
`;

const EITHER = `
kehinde charley kat kez nat nic taz courtney kane elisha nana taiwo skyler
oluwaseun seun tobi uchenna ekene tafadzwa tinashe chika gurmeet gurmit gurdev gurdip gursharan gurvinder harvinder harminder harjinder hardeep harjit harbhajan
kulvinder kulwant surjit surinder paramjit kamaljit jasbir satwinder satpal navdeep sarabjit mohinder sukhbir sukhjit gagandeep tejinder lakhbir rajinder
ravinder baljit ranjit charanjit amarjit manjit jagjit jagdeep simran amrit krishna shashi kiran hilary vivian vivien meredith jocelyn lindsey gill kenzie mo
femi jaswinder harpreet gurpreet kuldeep sandeep gurdeep jaspreet balwinder parminder sukhwinder uche ayo noor wei yuki bhupinder harinder nikola amandeep manpreet jasvir nur kiranjit taylor bernie joss blair
ayodele damilola dele kelechi olamide folake jacki pam tendai addison adeola alex ali ariel ashley aubrey avery bailey bobbie bola brook cameron campbell carey casey ceri charlie chris corey dale dana dani
darcy deniz devon drew eden ellis emerson emery evelyn fran frankie gabriel glyn hadley harley harper hayden jackie jaime jamie jan jaz jess jessie
jo jodie jools jordan jude jules karamjit kai kay kelly kendall kerry kim kit kris kyle laurie lee leigh lesley leslie linden lindsay logan lou
lyndon mandeep mackenzie mattie mel morgan nicky nico noel ola olu pat paris peyton phil quinn raj ravi reese remi rene riley robin robyn ronnie rory rowan
sacha sam sandy sasha shane shannon shay sidney skye steph stevie sunny tayo temi teddy terry toni tolu tony tyler val vic viv rupinder sukhdeep navneet baljinder iman eirian dara umaima
`;

const female = namesIn(FEMALE);
const male = namesIn(MALE);
const either = namesIn(EITHER);
const known = new Set([...female, ...male, ...either]);

function namesIn(table: string): ReadonlySet<string> {
  return new Set(folded(table).trim().split(/\s+/));
}

/** In small letters and without accents. */
function folded(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z-]*$/.test(lower)) return lower;
  const bare = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[øłđðþæœßı]/g, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

/** `Søren`, `Łukasz`: letters that are no letter with an accent. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  ['øo', 'łl', 'đd', 'ðd', 'þth', 'æae', 'œoe', 'ßss', 'ıi'].map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

export function isFirstName(word: string): boolean {
  const name = folded(word);
  return known.has(name) || (name.includes('-') && isDouble(name));
}

/** `Sarah-Jane`. */
function isDouble(name: string): boolean {
  const [first, second, ...rest] = name.split('-');
  if (first === undefined || second === undefined || rest.length > 0) return false;
  return (female.has(first) || male.has(first)) && (female.has(second) || male.has(second));
}

/** Null for a name that anybody may have, or that is not known. */
export function genderOf(word: string): 'female' | 'male' | null {
  const name = folded(word).split('-')[0] ?? '';
  if (either.has(name) || female.has(name) === male.has(name)) return null;
  return female.has(name) ? 'female' : 'male';
}
