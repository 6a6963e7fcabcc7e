/** French words that ask for or say the same thing in everyday and office language; see `word-families-en.ts`. Accents don't count. */
export const frenchFamilies = `
coute coutent couter cout couts prix tarif tarifs frais payer paie paient paye payes payant payante payants paiement regler montant facture facturee facturees cher chere
amende amendes penalite penalites sanction
gratuit gratuite gratuits gratuites gratuitement offert offerte offerts
rembourse rembourses remboursee remboursees rembourser remboursement rendue
enfant enfants jeunesse fils fille filles petit petits gamin
bebe bebes nourrisson
adolescent adolescents ado ados jeune jeunes jeunesse mineur mineurs
adulte adultes majeur
parent parents mere pere tuteur representant
eleve eleves ecolier ecoliers etudiant etudiants
telephone telephones telephoner appeler appelez appelle appel portable smartphone
courriel courriels mail mails email message messages electronique
wifi internet fil reseau connexion
ordinateur ordinateurs pc
voiture voitures vehicule vehicules auto conduire conduit conducteur conducteurs
stationnement stationner garer parking
velo velos bicyclette bicyclettes
film films dvd
photo photos photographie photographies photographier image images
autorise autorises autorisee autorisees autorisation permis permise permettre permet droit admis admise admises possible interdit interdite interdits interdites interdire interdiction defendu defense
prolonger prolonge prolongee prolongation prolongations renouveler renouvele renouvellement
reserver reserve reserves reservee reservees reservation reservations
annuler annule annulee annulation
rendre rend rendu rendue rendus rendues retour retours retourner rapporter restituer restitution
inscrire inscrit inscrite inscrits inscrivent inscription inscriptions adherer adherent membre membres abonnement abonner
diriger dirige dirigee directeur directrice direction responsable responsables gerer gere preside presidee presider president presidente confie confiee tient tenue chef charge
occuper occupe occupent charge responsable confie confiee
animer anime animee animatrice animateur avec
age ages agee ans
handicape handicapes handicap handicapees fauteuil roulant accessible accessibilite acces mobilite
malade malades maladie hospitalisation hopital
retard retards tard tardif
echeance delai limite
commencer commence commencent debut debute debuter demarre
finir finit finissent fin termine terminer
ouvrir ouvre ouvrent ouvert ouverte ouverts ouvertes ouverture ouvrit
fermer ferme ferment fermee fermes fermees fermeture fermetures
ouvrir ouvre ouvrent ouvert ouverte ouverts ouvertes ouverture ouvrit fermer ferme ferment fermee fermes fermees fermeture fermetures
horaire horaires heure heures
durer dure duree valable validite
reclamation reclamations plainte plaindre reclamer
aide aider aides assistance
manger mange mangent repas nourriture dejeuner sandwich plat plats
boire boit boisson boissons
fumer fume cigarette cigarettes vapoter tabac
louer loue location locations
imprimer impression impressions imprimante imprimantes
copie copies copier photocopie photocopies photocopieuse photocopier
noel decembre
animal animaux chien chiens chat
personnel agent agents employe employes equipe salarie salaries
habiter habite habitent habitant habitants domicile adresse vivre vivent population loger logent demeurer
demenager demenagement
etage niveau
toilettes sanitaires wc
ascenseur elevateur
peser pese poids lourd porter porte supporter supporte charge kilogramme kilogrammes kilos
haut haute hauteur long longue longueur large largeur epaisseur epais profond profondeur
grand grande taille superficie surface metres
capacite accueillir accueille contenir contient recevoir places
an ans annee annees annuel annuelle
mois mensuel mensuelle
semaine semaines hebdomadaire
jour jours quotidien journee
assurer assure assures assurance
donner dons don donne legs accepter acceptons accepte
visiteur visiteurs visite visites
auteur autrice auteurs ecrivain
remplacer remplace remplacee remplacement
effacer efface effacees effaces supprimer supprime supprimees supprimes detruire
perdre perds perd perdu perdue perdus perdues perte egare egarer
trouver trouve trouves trouvee trouvent situe situee situer
preter prete pretent pretes pretee pret prets emporter emporte emportes emprunter emprunte empruntes emprunt emprunts
vendre vend vendu vendue vendus vente ventes braderie
acheter achete achat achats
apporter apportez apporte amener amene emmener
choisir choisi choisis choisit choisie choix
ecrire ecrit ecrite ecriture
lire lit lu lue lus lecture
prendre prend prends pris prise
naitre nee ne naissance fonder fonde fondee fondateur fondatrice creer cree creee creation
gagner gagne gagnant
voler vole volee volees vol
casser casse cassee cassees abime abimes abimer endommage degrade
reparer repare reparation reparations
conserver conserve conserves garder garde gardes gardees gardee conservation
lieu lieux endroit situe
nommer nomme surnomme appelle nom
desservir dessert dessertes arret arrets arrete arretent
papier papiers piece pieces document justificatif
identite
seul seuls seule accompagne accompagnes accompagnee
contester contestee contestation recours
rapporter rapporte recette recettes somme
bruit silence silencieux calme
vacances conges scolaires
obligatoire obligatoires faut necessaire necessaires exige exigee requis
maximum plus limite
minimum moins
recevoir recoit recoivent recu recus recue recues accueillir accueille
tenir tient tiennent tenu tenue
venir vient viennent venu venue venus
prendre prend prennent prenez pris prise
mettre met mettent mis mise
lire lit lisent lu lue lus
ecrire ecrit ecrivent ecrite
offrir offre offrent offert
repondre repond repondent reponse reponses
attendre attend attendent attendu attente
descendre descend descendu
connaitre connait connu connue
mourir meurt mort morte
construire construit construite construction
suivre suit suivent suivi suivie
vivre vit vivent vecu
partir part partent parti depart
sortir sort sortent sorti sortie
servir sert servent servi service
promettre promet promettait promis promise
joindre joint jointe contacter
valoir vaut valent valeur
plaire plait plaisent
asseoir assis assise
voir voit voient vu vue
savoir sait savent su
dire dit disent
faire fait font
aller va vont
rassembler rassemble rassemblent retrouver retrouve retrouvent reunir reunit reunissent rejoindre
jouer joue jouent jeu jeux
demander demande demandee demandes reserve reserver
feuille feuilles page pages
compte comptes carte cartes
besoin faut necessaire presente presenter presentation
devenir devient deviennent
exposer expose exposition expositions cimaises artiste artistes
vide libre vider liberer
devoir doit du due reste
terminer termine finir fini acheve
nettoyer nettoye nettoyage menage propre
dormir nuit
musique musical instrument instruments
peinture peindre peint tableau tableaux
voyage voyages trajet trajets deplacement
cadeau cadeaux offrir
somme montant
etudiant etudiants eleve eleves
prevenir previens prevenez avertir averti avertis informer
tricot tricoter
marcher fonctionner fonctionne marche couvre
participer participe participation vote votes voter
--
droit droits peut autorise permis admis
demander demande demandes adresser solliciter
reponse repondre repond
commencer lancer ouvrir debut
arreter arrete cesser stopper
augmenter hausse
reduire reduit reduction remise rabais moins
obtenir recevoir avoir recu delivre delivree delivrer
livrer livraison livraisons apporter porter portage domicile
chercher retirer recuperer recupere
jeter detruire recyclage pilon
verifier controler verification
montrer presenter presente presentation produire
signer signe signature
attendre attend attente file queue
aider aide soutien assistance
cours stage stages atelier ateliers formation formations lecon
apprendre etudier etude
parler parle conversation discuter bavardage discussion
bruit bruyant sonore
lumiere eclairage lampe lampes allume
chauffage chauffe chaud poele
froid frais fraiche
soir soiree nuit soirees
matin matinee
week-end samedi dimanche
porte portail entree entrer
sortie sortir
escalier marche marches
place places siege sieges fauteuil fauteuils asseoir assises
table tables bureau pupitre comptoir accueil guichet banque
rayon rayons etagere casier casiers
sac sacs bagage bagages
manteau manteaux vestiaire casier
cuisine cuisiner
cafe the boisson cafeteria
alcool vin biere
jardin cour exterieur dehors
interieur dedans
toit terrasse grenier
cave sous-sol
bus autobus car navette ligne lignes
train gare
bateau bateaux peniche
pied marche
pres proche voisin cote
loin distance
carte plan plans
image photographie dessin gravure gravures
musique chanson concert choeur chorale
jeu jeux jouer jouet
film films video
journal journaux quotidien quotidiens presse
revue revues magazine magazines
lettre courrier poste
formulaire formulaires dossier demande fiche
argent especes monnaie pieces piece
carte billet billets entree
cle cles badge
fermer verrouille scelle scellee
machine appareil appareils materiel equipement
chargeur chargeurs batterie prise prises electrique electricite
ecran videoprojecteur projecteur
micro microphone
numeriser numerisation scanner scanne
donnees informations renseignements
secret confidentiel vie privee
police gendarmerie
vol vole volee
urgence urgences accident accidents danger
incendie feu
medecin hopital soins secours trousse
blessure blesse
assurance assure assuree couvert
reparer repare panne casse
sale propre nettoyer
nouveau nouvelle nouveaute nouveautes recent
ancien ancienne anciens vieux vieille vieilles
tout entier complet complete
moitie demi tiers quart
minimum moins
maximum plus
libre disponible gratuit
plein complet
tot avant avance prealable
tard apres
vite rapidement aussitot delai
souvent chaque tous regulierement
gerant chef responsable directeur
gagnant prix recompense recompenses medaille
voter vote voix election elections scrutin electorale electorales choisir jury
groupe groupes
club cercle cercles association
ami amis
visiteur touriste touristes passage
fondateur fonde ne nee
histoire historique patrimoine patrimonial archives fonds
naissance ne
mort deces deuil
mariage noces fete fetes
famille familles parents
ecole ecoles classe classes scolaire
creche creches bebe
logement domicile adresse
travail travailler emploi metier
chomage chomeur demandeur demandeurs emploi
retraite retraites ages
page pages feuille
couleur couleurs
langue langues
oeuvre oeuvres
romans roman polar
dictionnaire dictionnaires usuels
seance heure
rendez-vous reservation
`;
