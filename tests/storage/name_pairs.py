"""Names as advisers meet them: pairs that are one person's name in two spellings, and pairs that are two people's.

Each line begins with the language. In the first three blocks typing one name finds the other in the tier of the block,
in at least one of the two ways, and in the next one at the loosest in the other.
"""

from __future__ import annotations

from typing import Final

EXACT: Final = """
German      Größler/Groessler Bühler/Buehler Jäckel/Jaeckel Weiß/Weiss Köster/Koester
Turkish     Yıldız/Yildiz Gökçe/Gokce Gökçe/Goekce Çağlar/Caglar Şimşek/Simsek Kılıç/Kilic Işıl/ISIL
Arabic      أمينة/امينة فاطمة/فاطمه ليلى/ليلي مُحَمَّد/محمد Muṣṭafā/Mustafa ʿAlī/Ali Ta'ib/Taib
Persian     کیان/كيان نجیب‌الله/نجیبالله
Urdu        قریشی/قريشي
Polish      Wałęsa/Walesa Żółkiewska/Zolkiewska Jabłoński/Jablonski
Romanian    Ţurcanu/Țurcanu Ceaușescu/Ceausescu Băsescu/Basescu
Vietnamese  Nguyễn/Nguyen Đỗ/Do Huỳnh/Huynh Phương/Phuong Phạm/PHAM
Spanish     Muñoz/Munoz Hernández/Hernandez
Serbian     Đoković/Dokovic Šarić/Saric
Ukrainian   Лук'янчук/Лукянчук
Greek       Νικολαΐδης/Νικολαιδης
"""
SOUNDING: Final = """
German      Scheftschenko/Schewtschenko Mayer/Meier Walther/Valter Christoph/Kristof Bernhardt/Bernhart Yvonne/Ivonne
German      Schneider/Schnyder
Turkish     Şimşek/Schimschek Çağlar/Tschaglar Erdoğan/Erdoan Cemal/Dschemal Hatice/Hatidsche Kılıç/Kilitsch
Turkish     Süleyman/Suleiman Ayşegül/Aischegül Can/Dschan Mustafa/Mostafa Yağmur/Yamur Davut/Daoud
Turkish     Yıldırım/Jildirim Yılmaz/Jilmas Yiğit/Jigit
Arabic      Chérif/Sharif Sharif/Scherif Choukri/Shukri Boutros/Butros Djamila/Jamila Djamila/Dschamila Aïcha/Aisha
Arabic      Hicham/Hischam Zoubir/Zubair Moussa/Musa Yassine/Jasin Oualid/Walid Ouafa/Wafa Ḫālid/Chalid Ǧamāl/Dschamal
Arabic      Dawud/Daoud Ḥusayn/Hussein Nadjib/Najib Ghazal/Gasal Halit/Khalid Chadija/Khadija علي/Ali نور/Nour
Arabic      Othmane/Osman Abdelkader/Abdulqadir Abd-al-Qadir/Abdelkader Rachida/Raschida عائشة/Aicha
Persian     Javad/Dschawad Shirin/Schirin Wahidi/Vahidi Khorasani/Chorasani Taghizadeh/Taqizade Gholam/Ghulam
Persian     Najibullah/Nadschibollah Jaleh/Zhaleh Pourghasemi/Purqasemi
Pashto      Shinwari/Schinwari Zmarai/Smaray Stanikzai/Stanikzay
Kurdish     Xelîl/Khelil Cemîl/Dschemil Şiwan/Shivan Çiya/Tschiya Ehmed/Ahmad ئازاد/Azad شێرکۆ/Sherko هێمن/Hemn
Kurdish     ڕۆژین/Rojin
Ukrainian   Щербак/Schtscherbak Щербак/Shcherbak Schtscherbak/Ščerbak Ющенко/Juschtschenko Yushchenko/Juschtschenko
Ukrainian   Гончаренко/Honcharenko Гончаренко/Gontscharenko Honcharenko/Hontscharenko Кравчук/Krawtschuk
Ukrainian   Зеленський/Selenskyj Selenskyj/Zelensky Дмитро/Dmytro Євген/Jewhen Євген/Yevhen Jewhen/Evgen Сергій/Serhij
Ukrainian   Serhii/Sergij Наталія/Natalija Nataliia/Natalja Михайло/Mychajlo Mychajlo/Mykhailo Bohdan/Bogdan Olha/Olga
Ukrainian   Honcharenko/Goncharenko Шевченко/Scheftschenko Schewtschenko/Shevchenko
Russian     Чайковский/Tschaikowski Tschaikowski/Chaykovsky Čajkovskij/Tschaikowskij Хабаров/Chabarow Юрий/Juri
Russian     Щукин/Shchukin Алексей/Aleksej Alexei/Aleksey Татьяна/Tatjana Tatiana/Tatyana
Russian     Ксения/Xenia Chruščëv/Khrushchev
Tigrinya    Girmay/Ghirmai ጸጋይ/Tsegay Tsegay/Zegai ኪሮስ/Kiros ኣስመላሽ/Asmelash ገብረሚካኤል/Gebremichael
Tigrinya    Ghebremichael/Gebremikael ሀብቶም/Habtom
Amharic     ታደሰ/Tadesse ጌታቸው/Getachew Getatschew/Getachew ዓለሙ/Alemu ሙሉጌታ/Mulugeta
Polish      Gołębiewski/Golembiewski Krzysztof/Kschischtof Szczepański/Schtschepanski Czarnecki/Tscharnezki
Polish      Żółkiewska/Scholkiewska Łucja/Luzia Wójcik/Wojtschik
Romanian    Ceaușescu/Tschauschesku Țurcanu/Zurkanu Șerban/Scherban Chiriac/Kiriak Mihai/Mihaj
Somali      Cabdullahi/Abdullahi Xaawo/Hawo Cali/Ali Faarax/Farah Jaamac/Jama Caasha/Asha Ciise/Isse Xuseen/Hussein
Somali      Sacid/Said Yuusuf/Jusuf Cabdiraxmaan/Abdirahman
Bengali     রহিম/Rahim নাসরিন/Nasrin রহমান/Rahman
Greek       Ευάγγελος/Evangelos Χρήστος/Christos Christos/Hristos Γιάννης/Yannis Κωνσταντίνος/Konstantinos
Georgian    ჯანაშია/Dschanaschia Janashia/Dschanaschia ხვიჩა/Khvicha
Armenian    Սարգսյան/Sargsyan Sargsyan/Sargsjan
Bosnian     Hadžić/Hadschitsch Hadzic/Hadschitsch Đoković/Djokovic Žarko/Scharko
Albanian    Xhafer/Dschafer Çela/Tschela Qemal/Kemal Hoxha/Hodscha
Hungarian   Szabó/Sabo
Portuguese  Gonçalves/Gonsalves
"""
SIMILAR: Final = """
Arabic      Khaled/Khalid Tarek/Tariq Hisham/Hesham Slimane/Suleiman خالد/Khaled طارق/Tarek جميلة/Djamila هدى/Huda
Arabic      مصطفى/Mustafa إسماعيل/Ismail عبدالله/Abdullah شريف/Cherif رشيد/Rachid رضا/Reza Mahmoud/Mahamud زهراء/Zahra
Persian     Reza/Riza رحیمی/Rahimi نجیب‌الله/Najibullah چنگیز/Tschangis غلام/Gholam حسینی/Hosseini
Pashto      Stanekzai/Stanikzai وردګ/Wardag زمری/Zmarai ګل/Gul
Kurdish     کوردستان/Kurdistan
Urdu        قریشی/Kureischi Choudhary/Chaudhry محمود/Mahmood
Russian     Горбачёв/Gorbachev Gorbatschow/Gorbachev Пётр/Petr Fjodorow/Fedorov Zwetajewa/Tsvetaeva
Ukrainian   Wolodymyr/Vladimir
Tigrinya    ብርሃነ/Birhane ወልደማርያም/Woldemariam ፍስሃ/Fisseha ግርማይ/Ghirmay
Armenian    Sargsyan/Sarkissian Hakobyan/Hagopian
Greek       Charalampos/Charalambos
Somali      Maxamuud/Mahmoud
Bengali     মোহাম্মদ/Muhammad শেখ/Sheikh চৌধুরী/Choudhuri
German      Tombrowski/Dombrowski
"""
STRANGERS: Final = """
zzzz/Nguyễn zzz/Thị Müller/Keller Becker/Bäumer Wagner/Werner Hoffmann/Hartmann Neumann/Naumburg
Yıldız/Yılmaz Kaya/Kurt Demir/Deniz Ayşe/Eylem Özkan/Erkan Çelik/Çetin Aydın/Yıldırım Şahin/Şeker Arslan/Aksoy
Yara/Yuri Omar/Umut Hassan/Hamza Samira/Amira Khalil/Khalid Jamal/Kamal Rashid/Rafiq Abdi/Abdulrahman
Fatima/Fadia Salim/Sabri Karim/Amir Mahmoud/Hamid Nour/Noah Tarek/Tamer Ghassan/Hassan محمد/أحمد
خالد/وليد فاطمة/خديجة حسن/حسام يوسف/يونس علي/عمر Ahmadi/Hamidi Karimi/Rahimi Rezaei/Razavi Hosseini/Ghasemi Navid/Nasrin
کریمی/رحیمی احمدی/محمدی Shevchenko/Shevchuk Ivanova/Ivanenko Olena/Olha Iryna/Ihor
Шевченко/Тимошенко Коваль/Бойко Petro/Pavlo Tesfay/Tsehay Haile/Hagos Selam/Samuel Kidane/Kiros
ተስፋይ/ታደሰ ሰላም/ሳሙኤል Trần/Tuấn Phạm/Phan Lê/Lý Kowalski/Kowalczyk Nowak/Novotny Wójcik/Wilk Popescu/Marinescu
Ionescu/Ionita Abdi/Adan Warsame/Waris Faarax/Faduma Petrović/Pavlović Jovanović/Jankovic Hoxha/Hasani Rahman/Rahim
Papadopoulos/Papas Giorgi/Alexandros Dilan/Dana Azad/Asmar
"""
"""Two people's names: neither finds the other, however loosely."""
BEGINNINGS: Final = "Schulz/Scholl Walid/Wael Kravchuk/Kravets Oleksandr/Oleksii Nguyễn/Ngô"
"""Two people's names, of which one sounds like the beginning of the other: while somebody types, both are offered."""
LOOKALIKES: Final = """
Hassan/Hussein Omar/Amir Müller/Miller Mohammed/Mehmet Samir/Samira محمد/محمود Olena/Elena Alina/Elena Marina/Mariana
Salem/Salim Nasser/Nasir Karim/Kerem Ivana/Yvonne Fadil/Fadel Berger/Burger Kirsten/Karsten Trần/Trịnh Nadia/Nada
Selim/Salma Lena/Lina Jasmin/Yasemin Said/Saad Reza/Rosa
"""
"""Two people's names with the same letters: they may find each other, but never as more than similar."""


def pairs_in(block: str) -> list[tuple[str, str]]:
    """Return the pairs of a block."""
    return [(one, other) for one, _, other in (pair.partition("/") for pair in block.split()) if other]
