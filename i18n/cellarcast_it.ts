<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AskRoom</name>
    <message>
        <source>Land and vines</source>
        <translation>Terra e clima</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>Come si fa</translation>
    </message>
    <message>
        <source>About the wines</source>
        <translation>Sui vini</translation>
    </message>
    <message>
        <source>At the table</source>
        <translation>A tavola</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>La casa</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Acquistare</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>Che cosa vorrebbe sapere?</translation>
    </message>
    <message>
        <source>Tap a question to hear the answer.</source>
        <translation>Tocchi una domanda per sentire la risposta.</translation>
    </message>
    <message>
        <source>Choose what it is about, or type a word of your question.</source>
        <translation>Scelga un tema o scriva una parola della domanda.</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Scritto: %1</translation>
    </message>
    <message>
        <source>I do not know. Ask my colleague here.</source>
        <extracomment>In Chinese, say that the letters of pinyin are enough.</extracomment>
        <translation>Non lo so. Chieda a chi è qui con me.</translation>
    </message>
    <message>
        <source>A word of your question is enough, without accents.</source>
        <translation>Basta una parola della domanda, senza accenti.</translation>
    </message>
    <message>
        <source>Tap the question you mean.</source>
        <translation>Tocchi la domanda che cerca.</translation>
    </message>
    <message>
        <source>Type a word</source>
        <translation>Scrivi una parola</translation>
    </message>
    <message>
        <source>Open the keys</source>
        <translation>Apri la tastiera</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n domanda</numerusform>
            <numerusform>%n domande</numerusform>
        </translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Tutti i temi</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Contents</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Schermo</translation>
    </message>
    <message>
        <source>Text, sound</source>
        <translation>Testo, suono</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>La mia lista</translation>
    </message>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation>
            <numerusform>%n vino</numerusform>
            <numerusform>%n vini</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Termina</translation>
    </message>
</context>
<context>
    <name>ChaptersRoom</name>
    <message>
        <source>Next part</source>
        <translation>Prossima parte</translation>
    </message>
</context>
<context>
    <name>ContentsRoom</name>
    <message>
        <source>The story</source>
        <translation>La storia</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>The making</source>
        <translation>Come nasce</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Guarda dentro</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>I vini</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Guarda e confronta</translation>
    </message>
    <message>
        <source>Where it grows</source>
        <translation>Dove cresce</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Apri la mappa</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>Una visita</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Guarda intorno</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Il vino per me</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Cinque tocchi</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Domande</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Chieda pure</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>In diretta</translation>
    </message>
    <message>
        <source>Meet the winery</source>
        <translation>Incontra la cantina</translation>
    </message>
    <message>
        <source>Where shall we begin?</source>
        <translation>Da dove cominciamo?</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation>
            <numerusform>È ancora qui? Tra %n secondo tutto ricomincia da capo.</numerusform>
            <numerusform>È ancora qui? Tra %n secondi tutto ricomincia da capo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Sono qui</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>Termina ora</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Più contrasto</translation>
    </message>
    <message>
        <source>Lower controls</source>
        <translation>Comandi più bassi</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Meno movimento</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Più piano</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Più forte</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>Volume %1%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenzia</translation>
    </message>
</context>
<context>
    <name>FinderRoom</name>
    <message>
        <source>The winery does not say: %1.</source>
        <translation>La cantina non indica: %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>The winery does not say how its wines taste: fewer questions, and a rougher answer.</source>
        <translation>La cantina non dice che gusto hanno i suoi vini: meno domande, risposta più approssimativa.</translation>
    </message>
    <message>
        <source>The next best</source>
        <translation>Seconda proposta</translation>
    </message>
    <message>
        <source>Your wine</source>
        <translation>Il suo vino</translation>
    </message>
    <message>
        <source>Nothing fits all of it. This comes closest:</source>
        <translation>Nessuno risponde a tutto. Il più vicino:</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>Domanda precedente</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>On my list</source>
        <translation>Nella mia lista</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Aggiungi alla lista</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>Prima proposta</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Ricomincia</translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message>
        <source>How sweet may it be?</source>
        <translation>Quanto può essere dolce?</translation>
    </message>
    <message>
        <source>How full should it feel?</source>
        <translation>Quanto corpo deve avere?</translation>
    </message>
    <message>
        <source>What do you like most in a wine?</source>
        <translation>Che cosa le piace di più in un vino?</translation>
    </message>
    <message>
        <source>What will be on the table?</source>
        <translation>Che cosa ci sarà in tavola?</translation>
    </message>
    <message>
        <source>How cool do you drink it?</source>
        <translation>Quanto fresco le piace?</translation>
    </message>
    <message>
        <source>How strong may it be?</source>
        <translation>Quanto può essere forte?</translation>
    </message>
    <message>
        <source>Dry</source>
        <translation>Secco</translation>
    </message>
    <message>
        <source>A hint of sweetness</source>
        <translation>Un filo di dolcezza</translation>
    </message>
    <message>
        <source>Sweet</source>
        <translation>Dolce</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Leggero</translation>
    </message>
    <message>
        <source>Neither light nor heavy</source>
        <translation>Né leggero né pesante</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Corposo</translation>
    </message>
    <message>
        <source>Ripe fruit</source>
        <translation>Frutta matura</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Freschezza</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Morbidezza</translation>
    </message>
    <message>
        <source>Oak and spice</source>
        <translation>Legno e spezie</translation>
    </message>
    <message>
        <source>Fish and seafood</source>
        <translation>Pesce e frutti di mare</translation>
    </message>
    <message>
        <source>Meat and poultry</source>
        <translation>Carne e pollame</translation>
    </message>
    <message>
        <source>Something spicy</source>
        <translation>Qualcosa di piccante</translation>
    </message>
    <message>
        <source>Cakes and sweets</source>
        <translation>Torte e dolci</translation>
    </message>
    <message>
        <source>Well chilled</source>
        <translation>Ben freddo</translation>
    </message>
    <message>
        <source>Cool</source>
        <translation>Fresco</translation>
    </message>
    <message>
        <source>Hardly chilled</source>
        <translation>Appena fresco</translation>
    </message>
    <message>
        <source>As most wines are</source>
        <translation>Come la maggior parte</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Forte</translation>
    </message>
    <message>
        <source>It is dry.</source>
        <translation>È secco.</translation>
    </message>
    <message>
        <source>It is almost dry.</source>
        <translation>È quasi secco.</translation>
    </message>
    <message>
        <source>It is a little sweet.</source>
        <translation>È leggermente dolce.</translation>
    </message>
    <message>
        <source>It is quite sweet.</source>
        <translation>È piuttosto dolce.</translation>
    </message>
    <message>
        <source>It is sweet.</source>
        <translation>È dolce.</translation>
    </message>
    <message>
        <source>It is very light.</source>
        <translation>È molto leggero.</translation>
    </message>
    <message>
        <source>It is light.</source>
        <translation>È leggero.</translation>
    </message>
    <message>
        <source>It is neither light nor heavy.</source>
        <translation>Non è né leggero né pesante.</translation>
    </message>
    <message>
        <source>It is full.</source>
        <translation>È corposo.</translation>
    </message>
    <message>
        <source>It is very full.</source>
        <translation>È molto corposo.</translation>
    </message>
    <message>
        <source>Fruit %1 of 5, oak %2 of 5.</source>
        <translation>Frutto %1 su 5, legno %2 su 5.</translation>
    </message>
    <message>
        <source>Acidity %1 of 5.</source>
        <translation>Acidità %1 su 5.</translation>
    </message>
    <message>
        <source>Tannin %1 of 5.</source>
        <translation>Tannino %1 su 5.</translation>
    </message>
    <message>
        <source>Oak %1 of 5.</source>
        <translation>Legno %1 su 5.</translation>
    </message>
    <message>
        <source>The winery pairs it with other dishes.</source>
        <translation>La cantina lo abbina ad altri piatti.</translation>
    </message>
    <message>
        <source>%1: its taste suits that.</source>
        <translation>%1: il suo gusto si presta.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation> </translation>
    </message>
    <message>
        <source>Not quite “%1”: %2</source>
        <translation>Non proprio «%1». %2</translation>
    </message>
    <message>
        <source>dishes</source>
        <translation>piatti</translation>
    </message>
    <message>
        <source>sweetness</source>
        <translation>dolcezza</translation>
    </message>
    <message>
        <source>body</source>
        <translation>corpo</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>gusto</translation>
    </message>
</context>
<context>
    <name>Flavour</name>
    <message>
        <source>Fruit</source>
        <translation>Frutto</translation>
    </message>
    <message>
        <source>Acidity</source>
        <translation>Acidità</translation>
    </message>
    <message>
        <source>Sweetness</source>
        <translation>Dolcezza</translation>
    </message>
    <message>
        <source>Tannin</source>
        <translation>Tannino</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>Legno</translation>
    </message>
</context>
<context>
    <name>HouseView</name>
    <message>
        <source>Your language</source>
        <translation>La sua lingua</translation>
    </message>
    <message>
        <source>As it suits you</source>
        <translation>Come preferisce</translation>
    </message>
    <message>
        <source>It stays so until you finish.</source>
        <translation>Resta così fino al termine.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Letter %1</source>
        <translation>Lettera %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Cancella l’ultima lettera</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Svuota</translation>
    </message>
    <message>
        <source>Delete everything typed</source>
        <translation>Cancella tutto il testo</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Close the keys</source>
        <translation>Chiudi la tastiera</translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e %n altro</numerusform>
            <numerusform>e altri %n</numerusform>
        </translation>
    </message>
    <message>
        <source>My wines</source>
        <translation>I miei vini</translation>
    </message>
    <message>
        <source>Code with your list</source>
        <translation>Codice con la sua lista</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>La mia lista</translation>
    </message>
    <message>
        <source>Scan to keep the list on your phone. No app, no account.</source>
        <translation>Inquadri il codice: la lista resta sul telefono. Niente app né account.</translation>
    </message>
    <message>
        <source>Nothing on it yet. Look at a wine and tap its heart.</source>
        <translation>Ancora vuota. Guardi un vino e ne tocchi il cuore.</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>I vini</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Guarda e confronta</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Il vino per me</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Cinque tocchi</translation>
    </message>
    <message>
        <source>Tap to take it off</source>
        <translation>Tocca per toglierlo</translation>
    </message>
</context>
<context>
    <name>LiveRoom</name>
    <message>
        <source>No live room yet</source>
        <translation>Ancora nessuna diretta</translation>
    </message>
    <message>
        <source>The live picture is on its way …</source>
        <translation>L’immagine in diretta sta arrivando …</translation>
    </message>
    <message>
        <source>The live picture does not come through here. The code works on your phone.</source>
        <translation>L’immagine in diretta non arriva fin qui. Il codice funziona sul telefono.</translation>
    </message>
    <message>
        <source>Being shown now: %1</source>
        <translation>Ora si presenta: %1</translation>
    </message>
    <message>
        <source>%1, without sound</source>
        <translation>%1, senza audio</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Torna alla scheda</translation>
    </message>
    <message>
        <source>Watch here</source>
        <translation>Guarda qui</translation>
    </message>
    <message>
        <source>the live picture, without sound</source>
        <translation>l’immagine in diretta, senza audio</translation>
    </message>
</context>
<context>
    <name>OriginRoom</name>
    <message>
        <source>Qingtian</source>
        <translation>Qingtian</translation>
    </message>
    <message>
        <source>Right here</source>
        <translation>Proprio qui</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>to Qingtian</source>
        <translation>fino a Qingtian</translation>
    </message>
    <message>
        <source>In its country</source>
        <translation>Nel suo Paese</translation>
    </message>
    <message>
        <source>The way to Qingtian</source>
        <translation>La via per Qingtian</translation>
    </message>
</context>
<context>
    <name>WalkRoom</name>
    <message>
        <source>Walk on: %1</source>
        <translation>Prosegui: %1</translation>
    </message>
    <message>
        <source>Hear about: %1</source>
        <translation>Ascolta: %1</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>Prosegui</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>A sinistra</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>A destra</translation>
    </message>
</context>
<context>
    <name>WineLeaf</name>
    <message>
        <source>Nose</source>
        <translation>Naso</translation>
    </message>
    <message>
        <source>Palate</source>
        <translation>Bocca</translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation>A tavola</translation>
    </message>
</context>
<context>
    <name>WinesRoom</name>
    <message>
        <source>On my list</source>
        <translation>Nella mia lista</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Aggiungi alla lista</translation>
    </message>
    <message>
        <source>Its description</source>
        <translation>Descrizione</translation>
    </message>
    <message>
        <source>Its flavour</source>
        <translation>Il suo gusto</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Chiudi il confronto</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>Confronta con un altro</translation>
    </message>
    <message>
        <source>Tap the second wine</source>
        <translation>Tocchi il secondo vino</translation>
    </message>
</context>
</TS>
