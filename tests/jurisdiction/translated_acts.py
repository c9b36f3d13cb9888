"""The small act of `test_eu_languages` in the languages of countries outside the Union, in our own words."""

TRANSLATED = {
    "sr-Latn": """UREDBA O PČELAMA
o letu pčela
EVROPSKI PARLAMENT I SAVET EVROPSKE UNIJE,
uzimajući u obzir Ugovor o vrtovima,
u skladu s redovnim zakonodavnim postupkom,
budući da:
(1) Pčele lete.
(2) Ko ima vrt, ima i pčele.
DONELI SU OVU UREDBU:
GLAVA I
VRTOVI
POGLAVLJE I
Opšte odredbe
Član 1.
Predmet
1. Ova uredba primenjuje se na pčele.
2. Pčela može:
(a) da leti, ako:
(i) sija sunce;
(ii) nema vetra;
(b) da spava.
POGLAVLJE II
Košnice
ODELJAK 1
Boje
Član 2.
Boja
Košnica je plava.
Član 2a
Stupanje na snagu
Ova uredba stupa na snagu sutra.
Sačinjeno u Briselu 1. maja 2026. godine
PRILOG I
BOJE KOŠNICA
Plava i žuta.
""",
    "sr-Cyrl": """УРЕДБА О ПЧЕЛАМА
о лету пчела
ЕВРОПСКИ ПАРЛАМЕНТ И САВЕТ ЕВРОПСКЕ УНИЈЕ,
узимајући у обзир Уговор о вртовима,
у складу са редовним законодавним поступком,
будући да:
(1) Пчеле лете.
(2) Ко има врт, има и пчеле.
УСВОЈИЛИ СУ ОВУ УРЕДБУ:
ГЛАВА I
ВРТОВИ
ПОГЛАВЉЕ I
Опште одредбе
Члан 1.
Предмет
1. Ова уредба примењује се на пчеле.
2. Пчела може:
(а) да лети, ако:
(i) сија сунце;
(ii) нема ветра;
(б) да спава.
ПОГЛАВЉЕ II
Кошнице
ОДЕЉАК 1
Боје
Члан 2.
Боја
Кошница је плава.
Члан 2а
Ступање на снагу
Ова уредба ступа на снагу сутра.
Сачињено у Бриселу 1. маја 2026. године
ПРИЛОГ I
БОЈЕ КОШНИЦА
Плава и жута.
""",
    "mk": """РЕГУЛАТИВА ЗА ПЧЕЛИТЕ
за летањето на пчелите
ЕВРОПСКИОТ ПАРЛАМЕНТ И СОВЕТОТ НА ЕВРОПСКАТА УНИЈА,
имајќи го предвид Договорот за градините,
постапувајќи во согласност со редовната постапка,
бидејќи:
(1) Пчелите летаат.
(2) Кој има градина, има и пчели.
ЈА ДОНЕСОА ОВАА РЕГУЛАТИВА:
НАСЛОВ I
ГРАДИНИ
ГЛАВА I
Општи одредби
Член 1
Предмет
1. Оваа регулатива се применува на пчелите.
2. Пчелата може:
(а) да лета, ако:
(i) грее сонце;
(ii) нема ветер;
(б) да спие.
ГЛАВА II
Кошници
ОДДЕЛ 1
Бои
Член 2
Боја
Кошницата е сина.
Член 2а
Влегување во сила
Оваа регулатива влегува во сила утре.
Составено во Брисел на 1 мај 2026 година
ПРИЛОГ I
БОИ НА КОШНИЦИТЕ
Сина и жолта.
""",
    "sq": """RREGULLORE PËR BLETËT
mbi fluturimin e bletëve
PARLAMENTI EVROPIAN DHE KËSHILLI I BASHKIMIT EVROPIAN,
Duke marrë parasysh Traktatin për kopshtet,
Duke vepruar në përputhje me procedurën e zakonshme,
Meqenëse:
(1) Bletët fluturojnë.
(2) Kush ka kopsht, ka edhe bletë.
KANË MIRATUAR KËTË RREGULLORE:
TITULLI I
KOPSHTE
KREU I
Dispozita të përgjithshme
Neni 1
Objekti
1. Kjo rregullore zbatohet për bletët.
2. Bleta mund:
(a) të fluturojë, nëse:
(i) ndriçon dielli;
(ii) nuk fryn erë;
(b) të flejë.
KREU II
Koshere
SEKSIONI 1
Ngjyra
Neni 2
Ngjyra
Kosherja është blu.
Neni 2a
Hyrja në fuqi
Kjo rregullore hyn në fuqi nesër.
Bërë në Bruksel, më 1 maj 2026.
SHTOJCA I
NGJYRAT E KOSHEREVE
Blu dhe e verdhë.
""",
}
