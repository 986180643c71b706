import type { Taken } from './taken.ts';

/** Addresses of the net, of people and of documents, and the signs without one of which there is none. */
const ADDRESSES = /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+|\bdoi: ?\S+|\b10\.\d{4,}\/\S+/gi;
const NET = /:\/\/|www\.|@|doi:|10\.\d{4,}\//i;

/** What has digits in it, or words of number, and is no figure: names, periods, codes, times, places, marks of the page. */
const NOT_FIGURES: readonly RegExp[] = [
  // phones
  /(?:tel(?:ephone)?|phone|fax|mobile|call|电话|传真|手机|热线|联系方式|咨询)[^\d\n。]{0,8}\+?\d[\d\s()-]{5,}\d/gi,
  /\+\d{1,3}[ -]?\(?\d[\d ()-]{6,}\d/g, /(?<!\d[.,]?)0\d{2,3}-\d{3,4}[- ]\d{4}(?!\d)|(?<!\d[.,]?)0\d{1,3} \d{3,4} \d{4}(?!\d)|\(\d{3}\) ?\d{3}[- ]\d{4}(?!\d)|(?<![\d.,])[2-9]\d{2}-\d{3}-\d{4}(?!\d)|\b(?:dial|contact|enquiries)\b:? \+?[\d(][\d ()-]{6,}\d/gi, /(?<!\d[.,]?)0\d{2,3}-\d{7,8}(?!\d)/g, /(?<!\d)[48]00-\d{3,4}-\d{3,4}(?!\d)/g, /(?<![\d.,])1[3-9]\d{9}(?![\d.,])/g,
  // codes of customs, of shares, of standards; long bare numbers
  /\b(?:HS|HTS|HTSUS|CN|tariff|customs|commodity|UN|CAS)(?: (?:code|item|number|heading|subheading|line|no\.?))*s?:? ?(?:no\.? ?)?\d{2,}(?:[.-]\d+)*(?:(?:,| and|、| or) ?\d{4,}(?:\.\d+)*)*/gi,
  /(?:heading|subheading|chapter|商品编号|海关编码|税号|税则号列?|编号|编码|邮编|统一社会信用代码)[:: ]{0,2}(?:第)?\d{2,}(?:\.\d+)*(?:[、,和] ?\d{4,}(?:\.\d+)*)*/gi,
  /(?<![\d.])(?:(?:2[5-8]|38|7[1-9]|8[0-5]|90)\d\d\.\d{2}(?:\.\d{2,4})*|\d{4}\.\d{2}(?:\.\d{2,4})+)(?![\d%]| ?(?:%|点|million|billion|yuan|tonnes|tons|t\b|万|亿|元|吨|美元))/g,
  /(?<![\d.,$¥€\t])(?<!\| |\| \d{5,9}-)\d{7,}(?![,\d]|\.\d| ?(?:%|yuan|tonnes|tons|t\b|万|亿|元|吨|美元|dollars))/g,
  /\b(?:SSE|SZSE|SH|SZ|HKEX|HK|SEHK|ASX|TSX|NYSE|TSE|KRX|BSE|NSE)[:： ] ?\d{3,6}\b|(?<![\d.])(?:60[0135]|688|00[0-3]|30[01])\d{3}(?=[涨跌收报])|(?<!\d)\d{4,6}\. ?(?:SH|SZ|HK|SS|T|KS|BJ)\b|[(（]\d{6}[)）]|(?<=[(（])\d{6}(?=[,，.] ?(?:SZ|SH|HK|BJ|股吧))|(?<=[(（][^()（）\n]{2,20}[,，、] ?)(?:60|68|00|30|83|43|87|92)\d{4}(?=[)）])|(?:股票|证券)?代码[:: ]{0,2}\d{4,6}/g,
  /\b(?:ISO|GB|GB\/T|ASTM|IATF|OHSAS|EN|DIN|JIS|XB\/T|YS\/T|YB\/T|HG\/T|SJ\/T|DB\d\d\/T|IEC)(?:\/[A-Z]+)? ?\d{2,}(?:[-:.]\d+)*/g,
  // numbers of access, of notes, exhibits and campaigns
  /\b(?:access|conference|meeting|pass|dial-in|participant|webcast|licen[cs]e|permit|contract|registration)(?: (?:code|id|pin|number|no\.?))+:? ?#?\d[\d -]*\d\b|\b(?:licen[cs]e|permit) \d{4,}\b|\b(?:note|notes|section|exhibit|campaign|footnote|slide|panel|appendix|NI|reg(?:ulation)?) \d+(?:[-.]\d+)*\b(?!,\d| ?(?:%|million|billion|tonnes|tons|t\b|yuan))|\b(?:tranche|phase|schedule|round|series|milestone) (?:1\d|\d)(?:[-.]\d+)*\b(?!,\d| ?(?:%|million|billion|tonnes|tons|t\b|yuan|people|workers|[a-z]+s\b))|\b(?:(?:Org|[Rr]eg)\.? ?no\.?|ACN|ABN|QQ(?: group)?|file number|postcode|rule|table|week|hotline|hotlines|complaints?|dial|code|calling|call)(?: no\.?)?:? \d{1,9}(?:[ .-]\d+)*\b(?! ?(?:%|per cent|percent|million|billion|tonnes|tons|people|times|years?|months?|weeks?|days?))/gi,
  // items and assays of goods, how pure they are in a heading, codes, episodes, contracts by how long they run
  /\bitems? \d+(?:\.\d+)+|[(（](?:WO3|Sb|Bi|Ge|Ga|In|Nb2O5|Ta2O5|V2O5|MoO3|Co|Ni) ?(?:[≥=]|>=) ?[5-9]\d(?:\.\d+)?%|\((?:Nd|Pr|Dy|Tb|La|Ce) \d{1,2}%[ ,/]{1,2}(?:Nd|Pr|Dy|Tb|La|Ce|Fe) \d{1,2}%(?=\))|\b(?:oxide|metal|alloy) 9\d(?:\.\d+)?%(?=(?: ratio)?(?: \([\d:]+\))?, (?:cif|fob|in-whs|exw|ddp|ex-works))|\b43-101\b|\b(?:episode|ep\.) \d+\b|\bupdated \d+ (?:minutes?|hours?|days?) ago\b|\bthree[- ]month(?= (?:LME|copper|alumini?um|nickel|zinc|lead|tin|cobalt|futures|contracts?|metal)\b)/gi,
  // "Sep Q 26" heads a column
  /\b[A-Z][a-z]{2} Q(?:tr)? '?\d\d\b/g,
  // grades, days by their numbers, sieves, instruments, what is printed around an article
  /(?<![\d.])\d#(?=[ \p{L}])|(?<!\d)\d·\d{1,2}(?!\d)|-?\b\d{2,4}[- ]mesh\b|\bNational Instrument \d+-\d+|^\d+ comments?$|\b\d{1,2}[- ]minute read\b|(?:阅读|点?赞|在看|评论|转发|收藏|浏览) ?\d[\d.]*[万+]?|^[^\S\n]*\d{1,3} ?\/ ?\d{1,3}[^\S\n]*$/gmu,
  // contracts by their month, days of trade, spreads between contracts
  /(?<![\d.]|\d,)(?:1[5-9]|2\d)(?:0[1-9]|1[0-2])(?=合约)|(?<![\d.]|\d,)2[0-9](?:0[1-9]|1[0-2])(?=主力|合同| ?[-–] ?2[0-9](?:0[1-9]|1[0-2]) ?(?:为|价差|基差)|价差|基差)|(?<=(?:合约|主力)(?: |[(（])?)2[0-9](?:0[1-9]|1[0-2])(?=[收报涨跌高低开震持小大微探回]|[,，、。)）]|$)|(?<=(?<!\d ?)\bT ?)[-+] ?\d\b(?![.\d%])|(?<=2[0-9](?:0[1-9]|1[0-2]) ?[-–] ?)2[0-9](?:0[1-9]|1[0-2])(?=价差|基差)|(?<=\d\d:\d\d(?::\d\d)? ?)\d+次(?=\n|$)/gm,
  // pages, issues and registers; what a container is called by; works by their numbers; days of a slogan
  /\bPage \d+ of \d+|\bp\. ?\d{1,4}\b|\bIssue \d+\b|\bHRB \d+|\bViews?: ?\d+|\b\d+ Views?\b|\b\d[\d.]*K (?:shares|likes|views|followers)\b|^\d+ (?:comments?|shares|likes|views)$|\b(?:20|40)[- ]?(?:foot|ft)\b(?=(?: \w+)? containers?)|\b(?:kiln|furnace|shaft) \d{1,2}\b(?![.,]?\d| ?(?:%|per cent|tonnes|t\b))|["“']365 days[^"”'\n]{0,24}["”']|(?:阅读|浏览|点击)(?:量|次数?)?[:：]? ?\d+次?|\d+ ?次(?:浏览|阅读|点击|访问)|[“"][^”"\n]{0,4}[一二三四五六七八九]个一[^”"\n]{0,4}[”"]|(?<=[ \n])\d{1,2}\.(?=\p{Script=Han})/gmu,
  // "an eight-month high", "for two consecutive years"
  /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|multi)-(?:year|month|week|day|quarter)-? ?(?:high|low|peak|record)s?\b|\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:consecutive|straight|successive) (?:years?|months?|weeks?|days?|quarters?|sessions?)\b|(?:\d{1,4}|[一二两三四五六七八九十]{1,4})(?:多|余)?年(?:以)?来(?=(?:的)?(?:同期|单月|历史|单季|年度)?(?:新|最)[高低])/gi,
  // days of trade by their name, lists by how many they are, what is averaged over
  /\bDouble (?:11|12)\b|\b\d{1,2} (?:things|reasons|ways|tips|takeaways) (?:to|you|why|we|from)\b|\b\d{1,2} min(?:ute)?s? read\b|\b(?:rolling|trailing) \d{1,2}[- ]months?\b|\b\d{1,2}[- ]month (?:rolling|trailing|moving) average\b/gi,
  // 11.16-11.20: days of a week in the brackets of its head
  /(?<=[(（])(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9]) ?[-–—~至] ?(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])(?=[)）日])/g,
  // $1 = 7.08 yuan: one of what is changed
  /(?:US|A|C)?[$€£¥]1(?= ?[=:≈])/g,
  // standards of accounts, rates between banks, editions
  /\b(?:IAS|IFRS|ASC|AASB|ISA) ?\d+\b|\b\d{1,2}[- ]month (?:NIBOR|EURIBOR|LIBOR|SOFR|SHIBOR|HIBOR|STIBOR|WIBOR)\b|\b[A-Z][a-z]+ [1-9]\.0\b(?! ?(?:%|per|million|billion|tonnes|tons|t\b|yuan|times|km|m\b))/g,
  // times of day
  /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?(?:am|pm|a\.m\.|p\.m\.|CST|GMT|UTC))?(?!\d)/gi, /\b\d{1,2}(?:\.\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock|CES?T\b|GMT\b|EE?S?T\b)|\b(?:[01]\d|2[0-3])[0-5]\d GMT\b/gi,
  /(?:上午|下午|凌晨|晚上?|早上?|中午)(?:\d{1,2}|[一二三四五六七八九十]{1,2})[时点](?:\d{1,2}分|半|整)?|(?<!\d)\d{1,2}时\d{1,2}分|(?<![\d.,])(?:1?\d|2[0-3])时(?=许|起|整|,|，|。)/g,
  // marks of notes and of lists
  /\[\d{1,3}\](?:\[\d{1,3}\])*|^[^\S\n]*[(（]?\d{1,2} ?[.)）、](?!\d)(?=\s*\S)|^[^\S\n]*[(（]?[一二三四五六七八九十]{1,3}[)）、是]|[(（]\d{1,2}[)）](?!\s?(?:million|per))|(?<=[;；。]\s?|注[:：]\s?)\d{1,2}[.、](?=\s?[\u4e00-\u9fff])|[(（][一二三四五六七八九十]{1,2}[)）]/gm,
  // grades of goods in their names: 55%黑钨精矿, 99.65pc antimony
  /(?<![\d.占达的国球率约近超比量为是供]|以上)(?:[5-9]\d|99)(?:\.\d+)?(?:[-~](?:[5-9]\d)(?:\.\d+)?)?%(?=(?:min)?(?:黑白?|白)?(?:钨精矿|钨矿|钼精矿|钼铁|钨铁|锑锭|铋锭|锡精矿|精矿|三氧化二锑|二氧化锗|锗锭|金属(?=[镓铟锗铋锑镝铽镨钕])|氧化[镧铈镨钕钐铕钆铽镝钬铒钇]))|(?<![\d.])(?<!\b(?:up to|grading|averaging|assayed|assaying|returned|returning) )(?:(?<!\b(?:at|of|over|above|to) )|(?=99))(?:9\d(?:\.\d+)?(?:%|pc\b)(?= (?:min\.? |grade |purity |grade\b)?(?:(?:antimony|bismuth|germanium|gallium|indium|Sb|Bi|Ge|Ga)\b|(?:grade )?(?:metal|ingots?|material)\b)(?! (?:import |export |price |mine )?(?:tariff|dut|tax|share|content|recover|of|supply|demand|price|increase|equity|stake)))|[5-9]\d(?:\.\d+)?(?:%|pc\b)(?= (?:min\.? |grade |purity )?(?:black |white )?(?:(?:tungsten|antimony|tin) (?:ores? |and )?concentrates?|wolframite|scheelite|ferro-?\w+)\b(?! (?:import |export |price |mine )?(?:tariff|dut|tax|share|content|recover|supply|demand|price|increase|equity|stake))))/gu,
  // marks of lists inside a line, rows that are numbered, bonds by their names, codes, what is paid for each ten shares
  /(?<=^|[\s。；;:：)）])\d{1,2}(?:[)）](?=\s*[\p{L}\d])(?<![(（][^()（）\n]{1,32}[)）])|、(?=\s*(?:\p{Script=Han}|(?:19|20)\d\d ?年)))|(?<=[.:;)] )[1-9]\.(?= [A-Z][a-z]+ )|(?<=[:;] )[1-9]\.(?= [A-Za-z\d])|^\d{1,2} (?=[A-Z][^\n]*\d\n\d{1,2} [A-Z])|(?<=^\d{1,2} [^\n]*\n)\d{1,2} (?=[A-Z][^\n]*\d$)|(?<!\d)\d{2} ?(?![万亿吨元个家千百年月日名台套])\p{Script=Han}{2,4} ?(?:0\d(?!年|月|批)|(?:CP|MTN|SCP|GN)\d+)(?!\d)|(?<=[A-Z\d]_)\d+\b|(?<=每)10(?=股)|\b(?:every|per|each) 10(?= (?:ordinary )?shares\b)/gmu,
  // plans, programmes and schemes
  /\b(?:\d{1,2}(?:st|nd|rd|th)|(?:[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]in|[Tt]en|[Ee]leven|[Tt]welf|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen)th|[Ff]irst) [Ff]ive[- ][Yy]ear\b(?: [Pp]lans?)?|\b[Ff]ive-[Yy]ear [Pp]lans?\b|\bMade in China ?\d{4}|中国制造2025|\b\d{4} (?:Agenda|agenda|vision|Vision|strategy)|\bVision \d{4}/g,
  /[“"「'‘][^”"」'’\n]{0,6}\d+ ?[+＋] ?(?:\d+|[A-Z])[^”"」'’\n]{0,8}[”"」'’]|(?<!\d)\d\+(?:\d|[A-Z])(?:\+(?:\d|[A-Z]))*|[“"「](?:\d{3}|\d{4})[”"」]/g,
  /\b(?:Fortune(?: Global)?|S&P|FTSE|CSI|Nasdaq|Russell|Global) ?\d{2,4}\b|(?:世界|财富|中国企业|民企|民营企业|全球)?\d{2,4}强/g,
  /\b863 (?:Program|Project|Plan)\w*|\b973 (?:Program|Project|Plan)\w*|863计划|973计划/gi,
  // set phrases
  /\bone(?! to (?:two|three|four|five|six|\d))[- ](?:to|on|by|stop|off|sided|way|time)[- ]?(?:one|many|shop)?\b|\b24\/7\b|\b24[- ]hours?[- ]a[- ]day\b|\b9\/11\b|\b50[-/]50\b|\bone country,? two systems\b|\b(?:two|three|four|one) sessions\b|\btwo[- ](?:way|sided|thirds majority)\b|\bthree-dimensional\b|24小时(?=在线|不间断|营业|服务|值班)|\b(?:ten|10) (?:kinds|types) of (?=(?:[a-z]+ ){0,2}non-?ferrous metals)|\bfour[- ]wheel\w*|\bthird[- ]part(?:y|ies)\b/gi,
  // periods: years, quarters, months by number
  /(?<![\d.,$¥€])(?:19|20)\d\d ?(?:[-/~至到—]|to) ?(?:(?:19|20)\d\d|\d\d)(?!\d|,\d| ?(?:%|yuan|tonnes|tons|t\b|吨|元|万|亿))(?:财年|年度?)?/g,
  /(?<!\d)(?:19|20)\d\d ?(?:财年|年度?|年代)|(?<!\d)[5-9]0(?:年代|后)|\b(?:19|20)\d0s\b|\b(?:FY|CY|fiscal(?: year)?|financial year|calendar) ?'?(?:20)?\d\d(?:[-/]\d\d)?\b/gi,
  /\b(?:[1-4]Q|[12]H)(?: ?(?:20)?\d\d)?\b|\b(?:Q[1-4]|H[12])(?:[ -]?(?:FY ?)?(?:20)?\d\d)?\b/g,
  /\b(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)[- ](?:(?:three|two|four|six|nine|ten|eleven|\d{1,2}) (?:quarters?|months?|weeks?|days?|years?)|quarters?|half(?:[- ]year)?|halves)\b/gi,
  /\b(?:the )?(?:first|last|past|previous|preceding) (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven) (?:quarters?|months?)\b/gi,
  /\b(?:over|in|during|for) the (?:past|last|next|coming|previous) (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (?:years?|months?|quarters?|weeks?|days?)\b/gi,
  /\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (?:years?|months?|quarters?|weeks?|days?) (?:ago|earlier|before(?=[,.;]))|(?<!\d)\d{1,2}(?:年|个月|天)前(?!后)|[两二三四五六七八九十]{1,2}(?:年|个月|天)前(?!后)/gi,
  /(?<![\d.])\d+ ?kV\b|(?:近|过去|未来|最近)(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:年|个月)(?![期级新最高低])/g,
  /\b(?:room|suite|floor|box|locker|(?:share|stock|security|ticker) codes?|case|docket|invoice|order|serial)(?: no\.?| number| ID)? ?:? ?\d[\d/-]*\b(?! (?:orders|cases))/gi, /(?<![\d.,])(?<!\d, ?|\d )0\d+(?![\d.])|(?<=\b\d{6}, ?)0\d{4}\b/g,
  /\b(?:three|six|nine|twelve) months (?:to|ended|ending) \w+(?: \d{1,2})?|\bfor the (?:three|six|nine|twelve) months\b/gi,
  /\b(?:1[0-2]|[1-9]) ?- ?(?:1[0-2]|[1-9]) months?\b|\b(?:from )?(?:1[0-2]|[1-9]) to (?:1[0-2]|[1-9]) month\b/gi,
  /\b(?:19|20)\d\d(?: ?(?:and|,|or) ?(?:19|20)\d\d)+\b/g,
  // things known by a number
  /\b(?:No|Nos)\.? ?\d+(?:(?:,| and|-| to) ?\d+)*(?! (?:in|of) the (?:world|country|province))/g,
  /\b(?:Section|Title|Article|Chapter|Part|Annex|Appendix|Schedule|Phase|Stage|Tier|Type|Class|Table|Figure|Fig\.|Page|page|Step|Step|Form|Level|Lot|Block|Room|Unit|Suite|Building|Hall|Booth|Highway|Route|Line|Furnace|Batch|Plant|Mine|Version|version|Release|Boeing|Airbus|Windows|Chapter|Rule|Clause|Item|Question|Step|Scope|Category|Zone|Area|Group|Track|Gate|Pier|Berth|Train|Flight|Act|Resolution|Regulation|Directive|Bill) (?:[IVX]+\b|No\.? ?)?\d+(?:[.-]\d+)*[A-Za-z]?(?:(?:,| and| or| to|-) ?\d{1,3}\b(?! ?(?:%|tonnes|tons|t\b|million|billion|yuan|months|years|people)))?(?!\.\d|,\d{3}| (?:million|billion|tonnes|tons|per cent|percent|yuan)\b|%)/g,
  /[“"](?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Twenty|\d{1,2}) [A-Z][a-z]+(?: [A-Z][a-z]+)*[”"]/g, /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?: ?- ?| to )\d{1,2}\b(?! ?(?:%|million|tonnes|t\b|yuan))/g, /[“"](?:two|three|four|five) hundred days[^”"]*[”"]/g, /\bv(?:er)?\.? ?\d+(?:\.\d+)*\b|(?<!\d)\d+\.\d+\.\d+(?:\.\d+)*/g,
  // names that begin with a number, numbers of documents
  /(?<=[a-z,] )(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty)(?= [A-Z][a-z]+)(?! (?:Million|Billion|Thousand|Hundred))/g, /(?<![\d.,-])(?:19|20)\d\d-0\d{1,2}(?![\d-])/g,
  // ages
  /(?<=\b[A-Z][a-z]+ [A-Z][a-z]+, )\d{2}(?=,)|\b(?:aged? )\d{1,2}\b|\b\d{1,2}[- ]years?[- ]old\b/g,
  // addresses
  /\b(?:P\.?O\.? Box|Post(?:al)? ?code|ZIP) ?:?\d+|\b[A-Z][a-z]+(?:gatan|vägen|strasse|straße|straat) \d{1,4}\b|\b\d{1,5}[A-Z]? (?:[A-Z][a-z]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Drive|Lane|Place|Terrace|Parade|Highway|Way|Court)\b|(?:路|街|道|巷|大街|大道)\d+号|\d+号(?:楼|院|门)|号 ?\d+(?:层|楼|室|单元|幢|栋)|\d+(?:国道|省道|县道|路公交)|[GS]\d{1,4}(?:高速|国道|省道|线)|\d+(?:楼|室|层(?=\d))|\b[A-Z]{2} \d{5}\b|\b(?:NSW|VIC|QLD|WA|SA|TAS|NT|ACT) \d{4}\b/g,
  /(?:\b(?:bus|tram|metro|subway) )?\b(?:line|route) \d{1,3}\b(?! ?(?:%|km|tonnes|t\b))/g,
  // ratios of parts, scores, coordinates, sizes of screens
  /(?<![\d.])\d{1,3}:\d{1,3}(?![\d])|\d+°\d*['′]?[NSEW]?\b(?! ?C)/g,
];

/** The same, of Chinese only: no text without its characters is looked through for them. */
const HAN_NOT_FIGURES: readonly RegExp[] = [
  // 09-10 behind a source, M+2
  /(?<=[\n ])(?:0\d|1[0-2])-[0-3]\d(?=\n|$)|(?<![\w+])M\+\d(?!\d)/gm,
  // plans; periods by number; things known by a number
  /[“"「]?(?:第)?十[一二三四五六]?(?:五|个五年)[”"」]?(?=规划|计划|时期|期间|末|以来|开局|收官|建设|国家|重点|[”",。，、])|[“"][十]?[一二三四五][五][”"]/g,
  /前[一二三四1-4两]季度|[一二三四1-4]季[度报]|第[一二三四1-4]季度?|[上下]半年|(?<!提)前\d{1,2}个?月|(?<!提)前[一二三四五六七八九十]+个月|(?<!\d)\d{1,2}(?:月份?)? ?[-~至到、] ?\d{1,2}月份?|(?<!\d)(?:1[0-2]|[1-9])月份?(?!\d{1,2}(?![\d.,万亿元吨]))|(?<!\d)(?:3[01]|[12]\d|[1-9])日(?![均产耗内]|以内|之内)|[一二三四五六七八九十]{1,2}月(?:份|底|初|中旬|末)?|十[一二]月/g,
  /第?[一二三四五六七八九十\d]{1,4}(?:号|届|次(?=会议|全会|大会|会晤|党代会|代表)|批(?!次?(?:\d|企业|项目))|(?<!(?:分|分为|共)[一二三四五六七八九十\d]{1,2})期|章|(?<!(?:线|体|脉|路|道|带|管|链)\d{1,3})条(?!(?:全?自动)?(?:生产|流水|高速|智能|产|铁|公|专|航|输)|[^,。;]{0,12}(?:线|产业链)|措施|意见|建议|政策)|款|代|阶段|轮|案|版|产业|标段|师|中院|医院|中学|小学|建筑|冶金|工程局)(?=\D)|第[一二三四五六七八九十\d]{1,3}(?=[届次批期章条款代轮项个步]|阶段|产业|方|者)/g,
  // 附件：1.; 三五天 is a few
  /附件[:：]? ?\d{1,2}(?!\.?\d|%|[万亿]|[个家项份])[.、]?|(?:一两|[两二]三|三四|四五|五六|六七|七八|八九)(?=[年天]|个月)(?<![一二三四五六七八九十百千]..)|[两三个]位数|五花八[门門]|[二两三四五六七八九十\d]大(?![型中小])(?=\p{Script=Han})(?<![第前\d.].大)|[三两二四3-5]者(?=合计|共|均|之|分别|的)|\d{1,3}[日天周](?=均线)|(?<![\d.])\d{3}(?=(?:矩形|方)?坯[^，,。]{0,6}[报价])|(?<![\d.])\d{1,2}(?:\.\d{1,2})?mm(?=[^，,。；;\d]{0,14}[报价])|(?<![\d.])\d\.\d{1,2}(?=[热冷]轧[^，,。；;\d]{0,10}[报价])|(?<=(?:精矿|锂云母|锂辉石)[(（])\d(?:\.\d)?(?:-\d(?:\.\d)?)?%(?=(?:Li2?O?)?[)）])|(?<![\d.占达])[3-9]\d(?:-[3-9]\d)?%(?=及以上品位|干基|(?:铁精|铁矿粉|钼精矿|球团)[^，,。；;\d]{0,12}[报价])|民[国國] ?\d{2,3}年度?(?:至(?:民[国國])?\d{2,3}年度?)?(?! ?\d{1,2}月)|^[•·] ?\d+$|\d+$(?<=^\d{4}-\d\d-\d\d \d+)|三个?月(?:期)?(?=基准|期?[铜铝铅锌镍锡](?!价))|(?:十|10)种(?=(?:常用)?有色金属)|(?:0\d|[12]\d)(?= ?年 ?(?:以来|[上下]半年|[初末底]))(?<![\d.近]..) ?年|[5-9]\d(?=(?:钨|钼|钛|硅|锰|铬|钒)铁)(?<![\d.]..)|\d{2}(?=\p{Script=Han})(?<=简称[:：] ?..)|(?:三五|三两|[两二]三)(?=[天年个]|个?月)(?!年期)/gmu,
  // 包头二期8000吨, 每10股派现
  /[一二三四五]期(?=\d)|每10股/g,
  /(?:密码|会议号|工号|临)[:：]?\d[\d-]*|(?<!\d)\d{5}转\d+|\d+[×x]24小时|[两三四]班(?:倒|制)|前[三五十]大(?=股东|客户|供应商)|前[一二三四五六七八九十]{1,2}(?:大|位)(?=的?(?:客户|供应商|股东|企业))|[一二两三四五六七八九]个一批|(?:图表?|表|附[表图注]|沪深|中证|上证|科创|创业板?)\d{1,4}(?![\d.]|%)|(?<![\d.])[0-2]#(?=[\u4e00-\u9fff])/g,
  // slogans and set phrases
  /两部(?=将|门|委|备案|联合|办公|印发|要求)|一对一|一站式|一条龙|一体化?|一[带站]一?路?|一路|统一|唯一|一致|一直|一些|一定|一般|一旦|一方面|一系列|一起|一同|一次性|一流|一线|一批|一大批|一手|一样|一并|万一|同一|一道|一举|进一步|一步|一时|十分|千方百计|万众|百姓|三农|两会|两国|双方|三方|四川|三峡|五金|五矿|九江|六安|三亚|三明|十堰|千叶|八方|百年|千年|万里|第三方|第一性|三次产业|三元|三聚|二氧化|一氧化|三氧化|五氧化|二手|二次|二级|一级|三级|四氯|三氯|二甲|三废|三同时|三去|一补|两用|两化|两山|两高|三大?攻坚战|七一|八一|五一|十一(?=假|黄金|长假)|二维|三维|一把|一贯|四新|双一流/g,
];

/** Marks the stretches of a folded text that are no figures. */
export function markNotFigures(text: string, taken: Taken): void {
  if (NET.test(text)) mark(text, ADDRESSES, taken);
  for (const pattern of /[\u3400-\u9fff]/.test(text) ? [...NOT_FIGURES, ...HAN_NOT_FIGURES] : NOT_FIGURES) {
    mark(text, pattern, taken);
  }
}

function mark(text: string, pattern: RegExp, taken: Taken): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    taken.mark(match.index, match.index + match[0].length);
    if (match[0] === '') pattern.lastIndex += 1;
  }
}
