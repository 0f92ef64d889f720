// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldnames.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Names of one language. Each name stands with its Latin form, which goes into e-mail addresses: "Łukasz=lukasz".
struct NamesOfLanguage
{
    QStringList zones;
    QString given;
    QString family;
    enum class Order { GivenFirst, FamilyFirst, FamilyFirstJoined } order = Order::GivenFirst;
};

using Order = NamesOfLanguage::Order;

const QList<NamesOfLanguage> &languages()
{
    static const QList<NamesOfLanguage> all{
        {{u"America/New_York"_s, u"America/Chicago"_s, u"America/Los_Angeles"_s, u"Australia/Sydney"_s},
         u"Nora=nora Caleb=caleb Imogen=imogen Wyatt=wyatt Tessa=tessa Desmond=desmond Hazel=hazel Rufus=rufus"_s,
         u"Ashdown=ashdown Fairweather=fairweather O’Dell=odell Harkness=harkness Quill=quill Merriweather=merriweather"_s},
        {{u"America/St_Johns"_s, u"America/Halifax"_s},
         u"Maeve=maeve Angus=angus Bridget=bridget Callum=callum"_s,
         u"Tremblett=tremblett MacIsaac=macisaac Pike=pike"_s},
        {{u"Europe/Berlin"_s, u"Europe/Vienna"_s, u"Europe/Zurich"_s},
         u"Jürgen=juergen Käthe=kaethe Björn=bjoern Anneliese=anneliese Götz=goetz Mareike=mareike"_s,
         u"Größler=groessler Müßig=muessig Hölderin=hoelderin Straßner=strassner Weißhaupt=weisshaupt"_s},
        {{u"Europe/Warsaw"_s},
         u"Łukasz=lukasz Żaneta=zaneta Świętosława=swietoslawa Michał=michal Zdzisław=zdzislaw"_s,
         u"Wójtowicz=wojtowicz Brzęczek=brzeczek Żółkiewska=zolkiewska Gąska=gaska Kłos=klos"_s},
        {{u"Europe/Prague"_s, u"Europe/Bratislava"_s},
         u"Jiří=jiri Zdeňka=zdenka Ondřej=ondrej Božena=bozena"_s,
         u"Dvořáček=dvoracek Šťastná=stastna Hřebík=hrebik Růžek=ruzek"_s},
        {{u"Europe/Istanbul"_s},
         u"Çağla=cagla İsmail=ismail Gülşen=gulsen Ömer=omer Şule=sule"_s,
         u"Yıldırımcı=yildirimci Özgür=ozgur Çiçekli=cicekli Ağaoğlu=agaoglu"_s},
        {{u"Europe/Paris"_s, u"America/Montreal"_s},
         u"Aurélie=aurelie Loïc=loic Éloïse=eloise Benoît=benoit Maëlle=maelle"_s,
         u"Lefèvre=lefevre Garçonnet=garconnet D’Hauterive=dhauterive Crébillon=crebillon"_s},
        {{u"Europe/Madrid"_s, u"America/Bogota"_s, u"America/Argentina/Buenos_Aires"_s, u"America/Mexico_City"_s},
         u"Íñigo=inigo Begoña=begona Joaquín=joaquin María·José=maria.jose Ximena=ximena"_s,
         u"Núñez·Peña=nunez Ibáñez=ibanez Muñoz·del·Río=munoz Zubizarreta=zubizarreta"_s},
        {{u"America/Sao_Paulo"_s, u"Europe/Lisbon"_s},
         u"João=joao Conceição=conceicao Inês=ines Antônio=antonio Letícia=leticia"_s,
         u"Guimarães=guimaraes Falcão=falcao Araújo=araujo Mourão=mourao"_s},
        {{u"Europe/Oslo"_s, u"Europe/Stockholm"_s, u"Europe/Copenhagen"_s, u"Atlantic/Reykjavik"_s},
         u"Bjørg=bjorg Åsmund=aasmund Þórunn=thorunn Søren=soren Sigríður=sigridur"_s,
         u"Ødegård=odegard Sjöholm=sjoholm Ævarsdóttir=aevarsdottir Kjærgaard=kjaergaard"_s},
        {{u"Asia/Ho_Chi_Minh"_s},
         u"Thuỳ·Dương=thuyduong Minh·Đức=minhduc Ngọc·Ánh=ngocanh Quốc·Bảo=quocbao"_s,
         u"Nguyễn=nguyen Đặng=dang Phạm=pham Trịnh=trinh"_s,
         Order::FamilyFirst},
        {{u"Europe/Kyiv"_s, u"Europe/Sofia"_s, u"Asia/Almaty"_s},
         u"Олена=olena Богдан=bohdan Соломія=solomiia Ярослав=yaroslav Десислава=desislava"_s,
         u"Ковальчук=kovalchuk Петренчук=petrenchuk Ґудзь=gudz Стоянова=stoyanova Їжак=yizhak"_s},
        {{u"Europe/Athens"_s, u"Asia/Nicosia"_s},
         u"Ελένη=eleni Θεόδωρος=theodoros Άννα=anna Σωκράτης=sokratis Ξένια=xenia"_s,
         u"Παπαθωμάς=papathomas Κωνσταντινίδη=konstantinidi Βασιλειάδης=vasileiadis"_s},
        {{u"Africa/Cairo"_s, u"Asia/Riyadh"_s, u"Asia/Beirut"_s},
         u"ليلى=layla يوسف=youssef نورة=noura طارق=tariq سلمى=salma"_s,
         u"الحسيني=alhusseini منصور=mansour الخطيب=alkhatib النجار=alnajjar"_s},
        {{u"Asia/Jerusalem"_s},
         u"נועה=noa אורי=uri תמר=tamar אליעזר=eliezer"_s,
         u"בן־דוד=bendavid שקד=shaked אלמוג=almog"_s},
        {{u"Asia/Tehran"_s},
         u"پریسا=parisa کیوان=keyvan مهسا=mahsa آرش=arash"_s,
         u"رستمی=rostami جعفری=jafari گلستانی=golestani"_s},
        {{u"Asia/Kolkata"_s, u"Asia/Kathmandu"_s},
         u"अनन्या=ananya विक्रम=vikram सुनीता=sunita ऋषभ=rishabh दीपिका=deepika"_s,
         u"शर्मा=sharma थापा=thapa कुलकर्णी=kulkarni श्रेष्ठ=shrestha"_s},
        {{u"Asia/Colombo"_s}, u"கவிதா=kavitha முருகன்=murugan மீனா=meena"_s, u"செல்வம்=selvam சுப்பிரமணியன்=subramanian"_s},
        {{u"Asia/Dhaka"_s}, u"তানিয়া=tania রফিক=rafiq শর্মিলা=sharmila"_s, u"চৌধুরী=chowdhury সরকার=sarkar"_s},
        {{u"Asia/Bangkok"_s},
         u"สมหญิง=somying ณัฐวุฒิ=nattawut พิมพ์ใจ=phimchai กิตติ=kitti"_s,
         u"ศรีสุข=srisuk วงศ์ใหญ่=wongyai จันทร์งาม=channgam"_s},
        {{u"Asia/Yangon"_s}, u"သီရိ=thiri အောင်=aung"_s, u"မြင့်=myint ဝင်း=win"_s},
        {{u"Asia/Shanghai"_s, u"Asia/Taipei"_s, u"Asia/Singapore"_s},
         u"美玲=meiling 志强=zhiqiang 晓雯=xiaowen 子涵=zihan 俊杰=junjie"_s,
         u"欧阳=ouyang 林=lin 陈=chen 诸葛=zhuge 赵=zhao"_s,
         Order::FamilyFirstJoined},
        {{u"Asia/Tokyo"_s},
         u"さくら=sakura 健太=kenta 美咲=misaki 翔太=shota 陽子=yoko"_s,
         u"小鳥遊=takanashi 佐々木=sasaki 渡邉=watanabe 勅使河原=teshigawara"_s,
         Order::FamilyFirst},
        {{u"Asia/Seoul"_s},
         u"지우=jiwoo 민준=minjun 서연=seoyeon 하은=haeun"_s,
         u"남궁=namgung 김=kim 황보=hwangbo 박=park"_s,
         Order::FamilyFirstJoined},
        {{u"Asia/Tbilisi"_s}, u"ნინო=nino გიორგი=giorgi თამარი=tamari"_s, u"ბერიძე=beridze კაპანაძე=kapanadze"_s},
        {{u"Asia/Yerevan"_s}, u"Անահիտ=anahit Տիգրան=tigran"_s, u"Սարգսյան=sargsyan Պետրոսյան=petrosyan"_s},
        {{u"Africa/Lagos"_s, u"Africa/Nairobi"_s, u"Africa/Addis_Ababa"_s},
         u"Ọlá=ola Ngozi=ngozi Wanjirũ=wanjiru Abebech=abebech Chidiébéré=chidiebere"_s,
         u"Adébáyọ̀=adebayo Nwachukwu=nwachukwu Kamau=kamau Tadesse=tadesse"_s},
        {{u"Pacific/Chatham"_s, u"Pacific/Auckland"_s, u"Australia/Adelaide"_s, u"Australia/Eucla"_s},
         u"Hēmi=hemi Aroha=aroha Māia=maia Lachlan=lachlan"_s,
         u"Tāwhiri=tawhiri Ngāta=ngata Pemberton=pemberton"_s},
    };
    return all;
}

struct Name
{
    QString text;
    QString latin;
};

/// The entries of all languages, taken apart once.
struct NameTable
{
    QStringList zones;
    QList<Name> given;
    QList<Name> family;
    Order order = Order::GivenFirst;
};

QList<Name> namesIn(const QString &text)
{
    QList<Name> names;
    for (const QString &entry : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QString shown = entry.section(QLatin1Char('='), 0, 0);
        names.append({shown.replace(QChar(0xb7), QLatin1Char(' ')), entry.section(QLatin1Char('='), 1)});
    }
    return names;
}

const QList<NameTable> &tables()
{
    static const QList<NameTable> all = [] {
        QList<NameTable> made;
        for (const NamesOfLanguage &language : languages())
            made.append({language.zones, namesIn(language.given), namesIn(language.family), language.order});
        return made;
    }();
    return all;
}

const std::array<QString, 18> &domains()
{
    static const std::array<QString, 18> all{u"example.com"_s,         u"example.org"_s,      u"mail.example"_s,
                                             u"brightwater.example"_s, u"fjell.example"_s,    u"ponte.example"_s,
                                             u"lagoslab.example"_s,    u"hanriver.example"_s, u"copperleaf.example"_s,
                                             u"tidewell.example"_s,    u"orchard.example"_s,  u"nordwind.example"_s,
                                             u"kestrel.example"_s,     u"lanterns.example"_s, u"quarry.example"_s,
                                             u"saffron.example"_s,     u"team.example.org"_s, u"holm.example"_s};
    return all;
}

} // namespace

quint64 WorldDice::next()
{
    m_state += 0x9e3779b97f4a7c15u;
    quint64 value = m_state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

WorldPerson madeUpPerson(quint64 number)
{
    WorldDice dice(number * 0x100000001b3u);
    const QList<NameTable> &all = tables();
    const NameTable &table = all.at(dice.below(static_cast<int>(all.size())));
    const Name &given = table.given.at(dice.below(static_cast<int>(table.given.size())));
    const Name &family = table.family.at(dice.below(static_cast<int>(table.family.size())));
    WorldPerson person;
    person.firstName = given.text;
    person.lastName = family.text;
    if (table.order == Order::GivenFirst)
        person.name = given.text + QLatin1Char(' ') + family.text;
    else
        person.name = table.order == Order::FamilyFirst ? family.text + QLatin1Char(' ') + given.text
                                                        : family.text + given.text;
    const QString &domain = domains()[static_cast<size_t>(dice.below(static_cast<int>(domains().size())))];
    // The number keeps two people of the same name apart.
    person.email = given.latin + QLatin1Char('.') + family.latin + QString::number(number) + QLatin1Char('@') + domain;
    person.timezone = table.zones.at(dice.below(static_cast<int>(table.zones.size())));
    person.phone = u"+1 555 01"_s + QString::number(dice.between(10, 99)) + QString::number(dice.between(10, 99));
    return person;
}
