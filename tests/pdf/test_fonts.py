"""The font files: every letter of the languages at the desk, in every weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.pdf.families import FAMILIES, HOMES, LANGUAGES, Weight, file_name
from iq_desktop.pdf.fonts import Shelf, load_fonts
from iq_desktop.wording.problems import IqError
from tests.pdf.samples import FONTS, fonts

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = {
    "German": "ÄÖÜäöüßẞ„“‚‘–…€§²½",
    "Turkish": "ÇĞİıÖŞÜçğöşü",
    "Polish, Czech, Croatian": "ĄĆĘŁŃÓŚŹŻąćęłńśźżČĎĚŇŘŠŤŮŽčďěňřšťůžĐđ",
    "Romanian, Albanian, French": "ĂÂÎȘȚăâîșțËëÇçŒœÆæÿ",
    "Vietnamese": "ĂÂĐÊÔƠƯăâđêôơưẠẢẤẦẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "Kurmanji, Azerbaijani": "ÊÎÛŞÇêîûşçƏə",
    "Ukrainian, Russian, Serbian": "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЁЪЫЭЂЉЊЋЏ",
    "Greek": "ΑΒΓΔΕΖΗΘαβγδεζηθάέήίόύώϊϋ",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؛؟٠١٢٣٤٥٦٧٨٩ًٌٍَُِّْ",
    "Persian, Dari": "پچژگکی۰۱۲۳۴۵۶۷۸۹‌",
    "Pashto": "ټډړږښڼۍېځڅ",
    "Sorani": "ڕڵۆێەھڤ",
    "signs that are pasted": "→←↑↓↔⇒✓✔✗✘☐☑☒≥≤≠≈•■□●○◆▲▼★☆…€„“”‚‘’–—",
    "Tigrinya, Amharic": "ሀለሐመሠረሰሸቀቐበቨተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ፡።፣፤፥፦",
    "Hebrew, Yiddish": "אבגדהוזחטיךכלםמןנסעףפץצקרשתְֱִֵֶַָֹֻּ׳״",
    "Armenian": "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև՛՜՝՞։֊",
    "Georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰᲐᲑᲒ",
    "Syriac (Assyrian, Aramaic)": "ܐܒܓܕܗܘܙܚܛܝܟܠܡܢܣܥܦܨܩܪܫܬܰܳܶܺܽ",
    "Tifinagh": "ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥ",
    "Dhivehi": "ހށނރބޅކއވމފދތލގޏސޑަާިީުޫެޭޮޯް",
    "Hindi, Nepali": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंःँ्।०१२३४५६७८९",
    "Bengali": "অআইঈউঊএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহািীুূেৈোৌংঃঁ্ৎ০১২৩",
    "Punjabi": "ਅਆਇਈਉਊਏਐਓਔਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵਸ਼ਹਾਿੀੁੂੇੈੋੌੰੱ੦੧੨",
    "Gujarati": "અઆઇઈઉઊએઐઓઔકખગઘચછજઝટઠડઢણતથદધનપફબભમયરલવશષસહાિીુૂેૈોૌં્",
    "Tamil": "அஆஇஈஉஊஎஏஐஒஓஔகஙசஞடணதநபமயரலவழளறனஜஷஸஹாிீுூெேைொோௌ்",
    "Telugu": "అఆఇఈఉఊఎఏఐఒఓఔకఖగఘచఛజఝటఠడఢణతథదధనపఫబభమయరలవశషసహాిీుూెేైొోౌ్",
    "Malayalam, Kannada, Oriya": "അആകഖഗാിീ്ಅಆಕಖಗಾಿೀ್ଅଆକଖଗାିୀ୍",
    "Sinhala": "අආඇඈඉඊඋඌඑඒඓඔකඛගඝඞචඡජටඨඩඪණතථදධනපඵබභමයරලවශෂසහළාැෑිීුූෘෙේෛොෝෞං්",
    "Thai, Lao": "กขคฆงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอฮะาำิีึืุูเแโใไๆ่้๊๋์ฯກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮະາຳິີຶືຸູເແໂໃໄ່້",
    "Khmer": "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអាិីឹឺុូួើឿៀេែៃោៅំះៈ់៉្។៕",
    "Burmese": "ကခဂဃငစဆဇဈဉညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအာိီုူေဲံ့း္်ျြွှ၊။",
    "Tibetan, Dzongkha": "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨིེོུ་།",
    "Chinese": "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗镕喆堃昇國學陳劉張黃趙吳鄭歐龍，。、；：？！（）「」《》",
    "Japanese": "あいうえおかがさざただなはばぱまやらわをんアイウエオカガサザーッャ田中佐藤鈴木高橋渡辺齋邉々、。",
    "Korean": "가나다라마바사아자차카타파하김이박최정강조윤장임한오서신권황안송류홍",
}


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("language", list(LETTERS))
def test_every_letter_of_a_language_has_a_glyph_in_every_weight(language: str, weight: Weight) -> None:
    covered = frozenset().union(*(font.coverage for font in fonts().fonts[weight]))
    assert {letter for letter in LETTERS[language] if ord(letter) not in covered} == set()


def test_each_weight_has_each_family() -> None:
    for weight, shelf in fonts().fonts.items():
        assert [font.name for font in shelf] == [file_name(family, weight) for family in FAMILIES]
        assert len(shelf) == len(FAMILIES)


def test_each_file_belongs_to_a_family() -> None:
    files = {file_name(family, weight) for family in FAMILIES for weight in Weight}
    screen = {"NotoSans-SemiBold", "NotoSansArabic-SemiBold"}
    assert {path.stem for path in FONTS.glob("*.ttf")} == files | screen


def test_all_fonts_together_are_small_enough_for_an_installer() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 16_000_000


def test_only_what_is_asked_for_is_opened() -> None:
    shelf = Shelf(FONTS, Weight.BOLD)
    assert [shelf.home(script).name for script in ("Latn", "Hebr", "Zzzz")] == [
        "NotoSans-Bold",
        "NotoSansHebrew-Bold",
        "NotoSans-Bold",
    ]
    assert len(shelf._opened) == 2


def test_every_script_with_a_font_has_a_language_to_be_heard_in() -> None:
    assert set(HOMES) - {"Latn"} == set(LANGUAGES)


def test_fonts_are_static() -> None:
    for found in fonts().fonts.values():
        assert not any(font.face.has_var_data for font in found)


def test_a_missing_font_is_named_to_the_adviser(tmp_path: Path) -> None:
    with pytest.raises(IqError) as problem:
        load_fonts(tmp_path)
    assert problem.value.text.values == (("name", "NotoSans-Regular"),)


def test_a_broken_font_is_named_to_the_adviser(tmp_path: Path) -> None:
    for file in FONTS.glob("*.ttf"):
        (tmp_path / file.name).write_bytes(b"no font" if "Arabic" in file.name else file.read_bytes())
    with pytest.raises(IqError) as problem:
        load_fonts(tmp_path)
    assert problem.value.text.values == (("name", "NotoSansArabic-Regular"),)
