<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AskRoom</name>
    <message>
        <source>Land and vines</source>
        <translation>Terre et climat</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>Comment il naît</translation>
    </message>
    <message>
        <source>About the wines</source>
        <translation>Autour des vins</translation>
    </message>
    <message>
        <source>At the table</source>
        <translation>À table</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>La maison</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Acheter</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>Que souhaitez-vous savoir&#xa0;?</translation>
    </message>
    <message>
        <source>Tap a question to hear the answer.</source>
        <translation>Touchez une question pour entendre la réponse.</translation>
    </message>
    <message>
        <source>Choose what it is about, or type a word of your question.</source>
        <translation>Choisissez un thème ou tapez un mot de votre question.</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Saisi&#xa0;: %1</translation>
    </message>
    <message>
        <source>I do not know. Ask my colleague here.</source>
        <extracomment>In Chinese, say that the letters of pinyin are enough.</extracomment>
        <translation>Je ne sais pas. Demandez à l’équipe, juste ici.</translation>
    </message>
    <message>
        <source>A word of your question is enough, without accents.</source>
        <translation>Un mot de votre question suffit, sans accents.</translation>
    </message>
    <message>
        <source>Tap the question you mean.</source>
        <translation>Touchez la question voulue.</translation>
    </message>
    <message>
        <source>Type a word</source>
        <translation>Taper un mot</translation>
    </message>
    <message>
        <source>Open the keys</source>
        <translation>Ouvrir le clavier</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Tous les thèmes</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Text, sound</source>
        <translation>Texte, son</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Ma liste</translation>
    </message>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation>
            <numerusform>%n vin</numerusform>
            <numerusform>%n vins</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
</context>
<context>
    <name>ChaptersRoom</name>
    <message>
        <source>Next part</source>
        <translation>Partie suivante</translation>
    </message>
</context>
<context>
    <name>ContentsRoom</name>
    <message>
        <source>The story</source>
        <translation>L’histoire</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Écouter le récit</translation>
    </message>
    <message>
        <source>The making</source>
        <translation>L’élaboration</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Voir l’intérieur</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Les vins</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Voir et comparer</translation>
    </message>
    <message>
        <source>Where it grows</source>
        <translation>Le terroir</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Ouvrir la carte</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>Une promenade</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Regarder autour</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Trouver mon vin</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>En cinq gestes</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Posez la vôtre</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Meet the winery</source>
        <translation>Rencontrer la maison</translation>
    </message>
    <message>
        <source>Where shall we begin?</source>
        <translation>Par où commencer&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation>
            <numerusform>Toujours là&#xa0;? Dans %n&#xa0;seconde, tout repart à zéro.</numerusform>
            <numerusform>Toujours là&#xa0;? Dans %n&#xa0;secondes, tout repart à zéro.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Je suis là</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>Terminer</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Plus de contraste</translation>
    </message>
    <message>
        <source>Lower controls</source>
        <translation>Boutons plus bas</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins animé</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>Volume %1&#xa0;%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Muet</translation>
    </message>
</context>
<context>
    <name>FinderRoom</name>
    <message>
        <source>The winery does not say: %1.</source>
        <translation>La maison ne précise pas&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>The winery does not say how its wines taste: fewer questions, and a rougher answer.</source>
        <translation>La maison ne dit rien du goût de ses vins&#xa0;: moins de questions, réponse plus approximative.</translation>
    </message>
    <message>
        <source>The next best</source>
        <translation>Second conseil</translation>
    </message>
    <message>
        <source>Your wine</source>
        <translation>Votre vin</translation>
    </message>
    <message>
        <source>Nothing fits all of it. This comes closest:</source>
        <translation>Aucun ne répond à tout. Le plus proche&#xa0;:</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>Question précédente</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Écouter le récit</translation>
    </message>
    <message>
        <source>On my list</source>
        <translation>Sur ma liste</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Ajouter à ma liste</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>Premier conseil</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message>
        <source>How sweet may it be?</source>
        <translation>Plutôt sec ou doux&#xa0;?</translation>
    </message>
    <message>
        <source>How full should it feel?</source>
        <translation>Plutôt léger ou corsé&#xa0;?</translation>
    </message>
    <message>
        <source>What do you like most in a wine?</source>
        <translation>Qu’aimez-vous le plus dans un vin&#xa0;?</translation>
    </message>
    <message>
        <source>What will be on the table?</source>
        <translation>Qu’y aura-t-il à table&#xa0;?</translation>
    </message>
    <message>
        <source>How cool do you drink it?</source>
        <translation>Le buvez-vous bien frais&#xa0;?</translation>
    </message>
    <message>
        <source>How strong may it be?</source>
        <translation>Léger ou fort en alcool&#xa0;?</translation>
    </message>
    <message>
        <source>Dry</source>
        <translation>Sec</translation>
    </message>
    <message>
        <source>A hint of sweetness</source>
        <translation>Une pointe de douceur</translation>
    </message>
    <message>
        <source>Sweet</source>
        <translation>Doux</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Léger</translation>
    </message>
    <message>
        <source>Neither light nor heavy</source>
        <translation>Ni léger ni lourd</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Corsé</translation>
    </message>
    <message>
        <source>Ripe fruit</source>
        <translation>Fruits mûrs</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Fraîcheur</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Souplesse</translation>
    </message>
    <message>
        <source>Oak and spice</source>
        <translation>Bois et épices</translation>
    </message>
    <message>
        <source>Fish and seafood</source>
        <translation>Poissons, fruits de mer</translation>
    </message>
    <message>
        <source>Meat and poultry</source>
        <translation>Viandes et volailles</translation>
    </message>
    <message>
        <source>Something spicy</source>
        <translation>Un plat relevé</translation>
    </message>
    <message>
        <source>Cakes and sweets</source>
        <translation>Gâteaux et douceurs</translation>
    </message>
    <message>
        <source>Well chilled</source>
        <translation>Bien frais</translation>
    </message>
    <message>
        <source>Cool</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Hardly chilled</source>
        <translation>À peine frais</translation>
    </message>
    <message>
        <source>As most wines are</source>
        <translation>Comme la plupart</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fort</translation>
    </message>
    <message>
        <source>It is dry.</source>
        <translation>Il est sec.</translation>
    </message>
    <message>
        <source>It is almost dry.</source>
        <translation>Il est presque sec.</translation>
    </message>
    <message>
        <source>It is a little sweet.</source>
        <translation>Il est légèrement doux.</translation>
    </message>
    <message>
        <source>It is quite sweet.</source>
        <translation>Il est assez doux.</translation>
    </message>
    <message>
        <source>It is sweet.</source>
        <translation>Il est doux.</translation>
    </message>
    <message>
        <source>It is very light.</source>
        <translation>Il est très léger.</translation>
    </message>
    <message>
        <source>It is light.</source>
        <translation>Il est léger.</translation>
    </message>
    <message>
        <source>It is neither light nor heavy.</source>
        <translation>Il n’est ni léger ni lourd.</translation>
    </message>
    <message>
        <source>It is full.</source>
        <translation>Il est corsé.</translation>
    </message>
    <message>
        <source>It is very full.</source>
        <translation>Il est très corsé.</translation>
    </message>
    <message>
        <source>Fruit %1 of 5, oak %2 of 5.</source>
        <translation>Fruit %1 sur 5, boisé %2 sur 5.</translation>
    </message>
    <message>
        <source>Acidity %1 of 5.</source>
        <translation>Acidité %1 sur 5.</translation>
    </message>
    <message>
        <source>Tannin %1 of 5.</source>
        <translation>Tanin %1 sur 5.</translation>
    </message>
    <message>
        <source>Oak %1 of 5.</source>
        <translation>Boisé %1 sur 5.</translation>
    </message>
    <message>
        <source>The winery pairs it with other dishes.</source>
        <translation>La maison l’associe à d’autres plats.</translation>
    </message>
    <message>
        <source>%1: its taste suits that.</source>
        <translation>%1&#xa0;: son goût s’y prête.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation> </translation>
    </message>
    <message>
        <source>Not quite “%1”: %2</source>
        <translation>Pas tout à fait «&#xa0;%1&#xa0;». %2</translation>
    </message>
    <message>
        <source>dishes</source>
        <translation>plats</translation>
    </message>
    <message>
        <source>sweetness</source>
        <translation>douceur</translation>
    </message>
    <message>
        <source>body</source>
        <translation>corps</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>goût</translation>
    </message>
</context>
<context>
    <name>Flavour</name>
    <message>
        <source>Fruit</source>
        <translation>Fruit</translation>
    </message>
    <message>
        <source>Acidity</source>
        <translation>Acidité</translation>
    </message>
    <message>
        <source>Sweetness</source>
        <translation>Douceur</translation>
    </message>
    <message>
        <source>Tannin</source>
        <translation>Tanin</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corps</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>Boisé</translation>
    </message>
</context>
<context>
    <name>HouseView</name>
    <message>
        <source>Your language</source>
        <translation>Votre langue</translation>
    </message>
    <message>
        <source>As it suits you</source>
        <translation>À votre convenance</translation>
    </message>
    <message>
        <source>It stays so until you finish.</source>
        <translation>Cela reste ainsi jusqu’à la fin.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Letter %1</source>
        <translation>Lettre %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Effacer la dernière lettre</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Delete everything typed</source>
        <translation>Effacer toute la saisie</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the keys</source>
        <translation>Fermer le clavier</translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>My wines</source>
        <translation>Mes vins</translation>
    </message>
    <message>
        <source>Code with your list</source>
        <translation>Code de votre liste</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Ma liste</translation>
    </message>
    <message>
        <source>Scan to keep the list on your phone. No app, no account.</source>
        <translation>Scannez pour garder la liste sur votre téléphone. Sans appli ni compte.</translation>
    </message>
    <message>
        <source>Nothing on it yet. Look at a wine and tap its heart.</source>
        <translation>Encore vide. Regardez un vin et touchez son cœur.</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Les vins</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Voir et comparer</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Trouver mon vin</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>En cinq gestes</translation>
    </message>
    <message>
        <source>Tap to take it off</source>
        <translation>Toucher pour le retirer</translation>
    </message>
</context>
<context>
    <name>LiveRoom</name>
    <message>
        <source>No live room yet</source>
        <translation>Pas encore de direct</translation>
    </message>
    <message>
        <source>The live picture is on its way …</source>
        <translation>L’image en direct arrive …</translation>
    </message>
    <message>
        <source>The live picture does not come through here. The code works on your phone.</source>
        <translation>L’image en direct ne parvient pas jusqu’ici. Le code fonctionne sur votre téléphone.</translation>
    </message>
    <message>
        <source>Being shown now: %1</source>
        <translation>On présente en ce moment : %1</translation>
    </message>
    <message>
        <source>%1, without sound</source>
        <translation>%1, sans le son</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Revenir à la fiche</translation>
    </message>
    <message>
        <source>Watch here</source>
        <translation>Regarder ici</translation>
    </message>
    <message>
        <source>the live picture, without sound</source>
        <translation>l’image en direct, sans le son</translation>
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
        <translation>Ici même</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>to Qingtian</source>
        <translation>jusqu’à Qingtian</translation>
    </message>
    <message>
        <source>In its country</source>
        <translation>Dans son pays</translation>
    </message>
    <message>
        <source>The way to Qingtian</source>
        <translation>La route de Qingtian</translation>
    </message>
</context>
<context>
    <name>WalkRoom</name>
    <message>
        <source>Walk on: %1</source>
        <translation>Continuer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hear about: %1</source>
        <translation>Écouter&#xa0;: %1</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Écouter le récit</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>À gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>À droite</translation>
    </message>
</context>
<context>
    <name>WineLeaf</name>
    <message>
        <source>Nose</source>
        <translation>Nez</translation>
    </message>
    <message>
        <source>Palate</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation>Accords</translation>
    </message>
</context>
<context>
    <name>WinesRoom</name>
    <message>
        <source>On my list</source>
        <translation>Sur ma liste</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Ajouter à ma liste</translation>
    </message>
    <message>
        <source>Its description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Its flavour</source>
        <translation>Son goût</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Ne plus comparer</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>Comparer à un autre</translation>
    </message>
    <message>
        <source>Tap the second wine</source>
        <translation>Touchez le second vin</translation>
    </message>
</context>
</TS>
